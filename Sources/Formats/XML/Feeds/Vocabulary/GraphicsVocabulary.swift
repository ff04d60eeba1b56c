/// What readers keep of SVG and MathML: elements and attributes that draw and do nothing else.
enum GraphicsVocabulary {
  /// Whether a reader that cleans its feeds keeps an element of `space`.
  ///
  /// - Parameter isOld: Whether only what readers knew in 2007 counts.
  static func isElement(_ name: String, of space: FeedNamespace, isOld: Bool) -> Bool {
    if space == .svg { return svgElements.contains(name) || (!isOld && newSVGElements.contains(name)) }
    // Content MathML has hundreds of names, all of them harmless.
    return mathElements.contains(name) || !isOld
  }

  /// Whether a reader that cleans its feeds keeps an attribute without a namespace on an element of `space`.
  static func isAttribute(_ name: String, of space: FeedNamespace, isOld: Bool) -> Bool {
    if name.hasPrefix("data-") || name.hasPrefix("aria-") || common.contains(name) { return true }
    if space == .svg { return svgAttributes.contains(name) || (!isOld && newSVGAttributes.contains(name)) }
    return mathAttributes.contains(name)
  }

  private static func names(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  private static let common = names("class dir id lang role style tabindex title xmlns")

  private static let svgElements = names(
    """
    a animate animateColor animateMotion animateTransform circle defs desc ellipse font-face font-face-name font-face-src \
    foreignObject g glyph hkern line linearGradient marker metadata missing-glyph mpath path polygon polyline \
    radialGradient rect set stop svg switch text title tspan use
    """)

  private static let newSVGElements = names(
    """
    clipPath feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap \
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode \
    feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter image mask pattern \
    symbol textPath view
    """)

  private static let svgAttributes = names(
    """
    accent-height accumulate additive alphabetic arabic-form ascent attributeName attributeType baseProfile bbox begin by \
    calcMode cap-height color color-rendering content cx cy d dx dy descent display dur end fill fill-opacity \
    fill-rule font-family font-size font-stretch font-style font-variant font-weight from fx fy g1 g2 glyph-name \
    gradientTransform gradientUnits hanging height horiz-adv-x horiz-origin-x ideographic k keyPoints keySplines \
    keyTimes marker-end marker-mid marker-start markerHeight markerUnits markerWidth mathematical max min name \
    offset opacity orient origin overline-position overline-thickness panose-1 path pathLength points \
    preserveAspectRatio r refX refY repeatCount repeatDur requiredExtensions requiredFeatures restart rotate rx ry \
    slope stemh stemv stop-color stop-opacity strikethrough-position strikethrough-thickness stroke stroke-dasharray \
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width systemLanguage \
    target text-anchor to transform type u1 u2 underline-position underline-thickness unicode unicode-range \
    units-per-em values version viewBox visibility width widths x x-height x1 x2 y y1 y2 zoomAndPan
    """)

  private static let newSVGAttributes = names(
    """
    alignment-baseline amplitude azimuth baseFrequency baseline-shift bias clip clip-path clip-rule clipPathUnits \
    color-interpolation color-interpolation-filters crossorigin cursor diffuseConstant direction divisor \
    dominant-baseline download edgeMode elevation enable-background exponent fill filter filterUnits flood-color \
    flood-opacity focusable font font-size-adjust fr glyph-orientation-horizontal glyph-orientation-vertical href \
    hreflang image-rendering in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning lengthAdjust \
    letter-spacing lighting-color limitingConeAngle mask mask-type maskContentUnits maskUnits media method mode \
    numOctaves operator order overflow paint-order patternContentUnits patternTransform patternUnits pointer-events \
    pointsAtX pointsAtY pointsAtZ preserveAlpha primitiveUnits radius rel result scale seed shape-rendering side \
    space spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale \
    tableValues targetX targetY text-decoration text-rendering textLength transform-origin unicode-bidi \
    vector-effect word-spacing writing-mode xChannelSelector yChannelSelector z
    """)

  private static let mathElements = names(
    """
    annotation maction math menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover mpadded \
    mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover \
    none semantics
    """)

  private static let mathAttributes = names(
    """
    accent accentunder actiontype align alignmentscope alttext arg bevelled charalign charspacing close columnalign \
    columnlines columnspacing columnspan columnwidth crossout decimalpoint definitionURL denomalign depth display \
    displaystyle edge encoding equalcolumns equalrows fence fontstyle fontweight form frame framespacing groupalign \
    height href indentalign indentshift infixlinebreakstyle intent largeop length linebreak linethickness lquote \
    lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation numalign open other \
    overflow position rowalign rowlines rowspacing rowspan rquote rspace scriptlevel scriptminsize \
    scriptsizemultiplier selection separator separators shift side src stretchy subscriptshift superscriptshift \
    symmetric type voffset width xref
    """)
}
