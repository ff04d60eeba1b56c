/// The URI schemes registered with IANA (RFC 7595).
package enum URISchemes {
  /// Whether `scheme`, in lower case, is registered, or was in 2007.
  package static func isRegistered(_ scheme: String, asOf2007: Bool = false) -> Bool {
    (asOf2007 ? old : all).contains(scheme)
  }

  /// Those of which the reference validator knows.
  private static let old = Set(
    """
    aaa aaas acap afs cap cid crid data dav dict dns dtn fax feed file ftp go gopher gtalk h323 http https iax2 icap im \
    imap info ipp irc iris iris.beep iris.lwz iris.xpc iris.xpcs javascript ldap mailserver mailto mid modem msrp msrps \
    mtqp mupdate news nfs nntp opaquelocktoken pop pres prospero rsync rtsp service shttp sip sips skype snmp soap.beep \
    soap.beeps tag tel telnet tftp thismessage tip tn3270 tv urn vemmi wais webcal wtai xmlrpc.beep xmlrpc.beeps xmpp \
    z39.50r z39.50s
    """.split(separator: " ").map(String.init))

  private static let all = Set(
    """
    aaa aaas about acap acct acr adiumxtra adt afp afs aim amss android appdata apt ar ark attachment aw barion beshare \
    bitcoin bitcoincash blob bluetooth bolo brid browserext cabal calculator callto cap cast casts chrome \
    chrome-extension cid coap coap+tcp coap+ws coaps coaps+tcp coaps+ws com-eventbrite-attendee content crid cvs dab \
    dat data dav diaspora dict did dis dlna-playcontainer dlna-playsingle dns dntp doi dpp drm drop dtn dvb dvx dweb \
    ed2k eid elsi embedded ens ethereum example facetime fax feed feedready file filesystem finger fish fm ftp \
    fuchsia-pkg geo gg git gitoid gizmoproject go gopher graph grd gtalk h323 ham hcap hcp http https hxxp hxxps \
    hydrazone hyper iax icap icon im imap info iotdisco ipfs ipn ipns ipp ipps irc irc6 ircs iris iris.beep iris.lwz \
    iris.xpc iris.xpcs isostore itms jabber jar jms keyparc lastfm lbry ldap ldaps leaptofrogans lorawan lpa lvlt \
    machineprovisioningprogressreporter magnet mailserver mailto maps market matrix message microsoft.windows.camera \
    mid mms modem mongodb moz ms-access ms-excel ms-word msnim msrp msrps mss mt mtqp mumble mupdate mvn news nfs ni \
    nih nntp notes num ocf oid onenote opaquelocktoken openid openpgp4fpr otpauth palm paparazzi payment payto \
    pkcs11 platform pop pres prospero proxy psyc pttp pwid qb query quic-transport redis rediss reload res resource \
    rmi rsync rtmfp rtmp rtsp rtsps rtspu sarif secondlife secret-token service session sftp sgn shc shttp sieve \
    simpleledger simplex sip sips skype smb smp sms smtp snews snmp soap.beep soap.beeps soldat spiffe spotify ssb \
    ssh starknet steam stun stuns submit svn swh swid swidpath tag taler teamspeak tel teliaeid telnet tftp things \
    thismessage thzp tip tn3270 tool turn turns tv udp unreal urn ut2004 uuid-in-package v-event vemmi ventrilo ves \
    videotex vnc view-source vscode vscode-insiders vsls w3 wais wasm wcr web+ap web3 webcal wifi wpid ws wss wtai \
    wyciwyg xcon xcon-userid xfire xftp xmlrpc.beep xmlrpc.beeps xmpp xri ymsgr z39.50 z39.50r z39.50s
    """.split(separator: " ").map(String.init))
}
