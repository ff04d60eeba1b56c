/// Adjectives and nouns of nationality, with ISO 3166-1 alpha-2 codes.
enum NationalityTable {
  static func add(to builder: inout LexiconBuilder) {
    for row in table.split(separator: "\n") {
      let parts = row.split(separator: ":")
      guard parts.count == 2 else { continue }
      let code = String(parts[0].filter { $0 != " " })
      for word in parts[1].split(separator: ";") {
        let text = word.split(separator: " ").joined(separator: " ")
        let draft = LexemeDraft(lemma: text, classes: [.adjective, .nationality], country: code)
        builder.add(text, draft)
        if text.hasSuffix("n") || text.hasSuffix("i") {
          builder.add(
            text + "s",
            LexemeDraft(lemma: text, classes: [.noun, .person, .nationality], isPlural: true, country: code))
        }
      }
    }
  }

  private static let table = """
    AF: afghan
    AL: albanian
    DZ: algerian
    AO: angolan
    AR: argentine; argentinian; argentinean
    AM: armenian
    AU: australian
    AT: austrian
    AZ: azerbaijani; azeri
    BH: bahraini
    BD: bangladeshi
    BY: belarusian; belarussian
    BE: belgian
    BJ: beninese
    BO: bolivian
    BA: bosnian
    BR: brazilian
    BG: bulgarian
    BF: burkinabe
    MM: burmese; myanmar
    BI: burundian
    KH: cambodian
    CM: cameroonian
    CA: canadian
    CF: central african
    TD: chadian
    CL: chilean
    CN: chinese
    CO: colombian
    CD: congolese
    CR: costa rican
    HR: croatian
    CU: cuban
    CY: cypriot
    CZ: czech
    DK: danish
    DO: dominican
    EC: ecuadorian; ecuadoran; ecuadorean
    EG: egyptian
    SV: salvadoran; salvadorian; salvadorean
    ER: eritrean
    EE: estonian
    ET: ethiopian
    FI: finnish
    FR: french
    GE: georgian
    DE: german
    GH: ghanaian
    GR: greek
    GT: guatemalan
    GN: guinean
    HT: haitian
    HN: honduran
    HU: hungarian
    IN: indian
    ID: indonesian
    IR: iranian
    IQ: iraqi
    IE: irish
    IL: israeli; zionist
    IT: italian
    CI: ivorian
    JM: jamaican
    JP: japanese
    JO: jordanian
    KZ: kazakh
    KE: kenyan
    KP: north korean
    KR: south korean
    XK: kosovar
    KW: kuwaiti
    KG: kyrgyz
    LA: laotian
    LV: latvian
    LB: lebanese
    LR: liberian
    LY: libyan
    LT: lithuanian
    MY: malaysian
    ML: malian
    MR: mauritanian
    MX: mexican
    MD: moldovan
    MA: moroccan
    MZ: mozambican
    NP: nepalese; nepali
    NL: dutch
    NZ: new zealander
    NI: nicaraguan; sandinist; sandinista
    NE: nigerien
    NG: nigerian
    NO: norwegian
    OM: omani
    PK: pakistani
    PS: palestinian; gazan
    PA: panamanian
    PY: paraguayan
    PE: peruvian
    PH: philippine; filipino
    PL: polish
    PT: portuguese
    QA: qatari
    RO: romanian
    RU: russian
    RW: rwandan
    SA: saudi
    SN: senegalese
    RS: serbian; serb
    SL: sierra leonean
    SG: singaporean
    SK: slovak
    SI: slovenian
    SO: somali
    ZA: south african
    SS: south sudanese
    SU: soviet
    ES: spanish; spaniard
    LK: sri lankan
    SD: sudanese
    SE: swedish
    CH: swiss
    SY: syrian
    TW: taiwanese
    TJ: tajik
    TZ: tanzanian
    TH: thai
    TN: tunisian
    TR: turkish; turk
    TM: turkmen
    UG: ugandan
    UA: ukrainian
    AE: emirati
    GB: british; scottish; welsh; english; briton
    US: american; u.s
    UY: uruguayan
    UZ: uzbek
    VE: venezuelan
    VN: vietnamese
    YE: yemeni
    ZM: zambian
    ZW: zimbabwean
    """
}
