/// Puts the nouns of a clause into the roles of its event, by frame, grammatical place and meaning.
struct RoleFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence
  let semantics: Semantics
  /// Country names in the article, by token range, with their codes.
  let countries: [Range<Int>: String]
  /// Places of the sentence.
  let places: [Range<Int>]

  // MARK: Grammatical places

  /// The subject of an active verb.
  func addSubject(_ chunk: Int, to mention: inout EventMention) {
    guard let group = sentence.noun(chunk) else { return }
    switch mention.frame {
    case .die:
      if semantics.isPerson(group, in: sentence) || semantics.isBareNumber(group, in: sentence) {
        addVictim(chunk, to: &mention)
      }
    case .crash, .collapse:
      if semantics.isStructure(group) { addTarget(chunk, to: &mention) }
    case .explode, .land:
      if semantics.isMunition(group) {
        addMunition(group, to: &mention)
      } else if semantics.isStructure(group) {
        addTarget(chunk, to: &mention)
      }
    case .burn where semantics.isStructure(group): addTarget(chunk, to: &mention)
    default: addAgent(chunk, to: &mention, rule: "role.subject")
    }
  }

  /// The object of an active verb or the subject of a passive one.
  func addPatient(_ chunk: Int, to mention: inout EventMention) {
    guard let group = sentence.noun(chunk), !group.isPronoun, !semantics.isTime(group) else { return }
    if semantics.isMunition(group), mention.frame == .launch || mention.frame == .explode || mention.frame == .land {
      addMunition(group, to: &mention)
    } else if mention.frame == .launch || mention.frame == .explode {
      if mention.frame == .explode, semantics.isStructure(group) { addTarget(chunk, to: &mention) }
    } else if semantics.isEvent(group, in: sentence) {
      return
    } else if isHuman(group) || semantics.isBareNumber(group, in: sentence) && takesPeople(mention.frame) {
      addVictim(chunk, to: &mention)
    } else if semantics.isStructure(group) {
      addTarget(chunk, to: &mention)
    } else if semantics.isOrganisation(group) {
      if isForce(group) { addVictim(chunk, to: &mention) } else { addTarget(chunk, to: &mention) }
    } else if semantics.isName(group, in: sentence), !isPlaceName(group) {
      if takesPeople(mention.frame) { addVictim(chunk, to: &mention) } else { addTarget(chunk, to: &mention) }
    }
  }

  func addPhrase(_ phrase: ArgumentFinder.Phrase, to mention: inout EventMention, isPassive: Bool) {
    guard let group = sentence.noun(phrase.noun) else { return }
    switch phrase.preposition {
    case "by":
      if isPassive { addAgent(phrase.noun, to: &mention, rule: "role.by-agent") }
    case "with", "using":
      if semantics.isMunition(group) { addMunition(group, to: &mention) }
      if mention.frame == .clash { addAgent(phrase.noun, to: &mention, rule: "role.party") }
      if mention.frame == .crash || mention.frame == .strike, semantics.isVehicle(group) {
        addTarget(phrase.noun, to: &mention)
      }
    case "at", "on", "against", "into", "onto", "toward", "towards", "upon", "to":
      if usesTargetPhrase(mention.frame) { addPatientOfPhrase(phrase.noun, to: &mention) }
    case "in", "near", "outside", "inside", "in front of", "under", "next to", "behind", "between", "through", "from",
      "beside", "across", "over", "close to":
      if mention.frame == .explode || mention.frame == .launch && phrase.preposition != "from",
        semantics.isStructure(group), !semantics.isTime(group)
      {
        addTarget(phrase.noun, to: &mention)
      } else if mention.frame == .abduct, phrase.preposition == "from" {
        break
      }
    default: break
    }
  }

  /// A phrase after a noun that names an event: "of the mayor", "on a bus", "by rebels".
  func addNominalPhrase(_ phrase: ArgumentFinder.Phrase, to mention: inout EventMention) {
    guard let group = sentence.noun(phrase.noun) else { return }
    switch phrase.preposition {
    case "by": addAgent(phrase.noun, to: &mention, rule: "role.by-agent")
    case "with": if semantics.isMunition(group) { addMunition(group, to: &mention) }
    case "of":
      if semantics.isMunition(group) {
        addMunition(group, to: &mention)
      } else if mention.frame == .clash {
        addAgent(phrase.noun, to: &mention, rule: "role.party")
      } else {
        addPatientOfPhrase(phrase.noun, to: &mention)
      }
    case "on", "against", "at", "to", "upon", "into":
      if mention.frame != .clash { addPatientOfPhrase(phrase.noun, to: &mention) }
    case "between":
      if mention.frame == .clash { addAgent(phrase.noun, to: &mention, rule: "role.party") }
    case "in", "near", "outside", "inside", "in front of", "under", "next to":
      if mention.frame == .explode, semantics.isStructure(group) { addTarget(phrase.noun, to: &mention) }
    default: break
    }
  }

  private func addPatientOfPhrase(_ chunk: Int, to mention: inout EventMention) {
    guard let group = sentence.noun(chunk), !semantics.isTime(group), !semantics.isMunition(group) else { return }
    let wasLaunch = mention.frame == .launch || mention.frame == .explode
    if wasLaunch {
      if isHuman(group) {
        addVictim(chunk, to: &mention)
      } else if semantics.isStructure(group) || semantics.isOrganisation(group) {
        addTarget(chunk, to: &mention)
      }
    } else {
      addPatient(chunk, to: &mention)
    }
  }

  /// What stands before the noun in its group: "FMLN attack", "Israeli strike", "mortar attack".
  func addModifiers(of group: NounGroup, to mention: inout EventMention) {
    for index in group.words where index < group.head {
      let word = sentence.words[index]
      guard let lexeme = word.lexeme else { continue }
      if let code = lexeme.country {
        mention.actingCountries.append(Finding(code, word.tokens, "role.nationality"))
      } else if lexeme.classes.contains(.munition) {
        addMunition(words: index..<index + 1, number: nil, to: &mention)
      } else if lexeme.classes.contains(.organisation),
        lexeme.participantKind != .organisation || lexeme.classes.contains(.hostile)
      {
        if lexeme.classes.contains(.hostile) || mention.frame != .attack {
          mention.organisations.append(entity(words: index..<index + 1))
        }
      } else if lexeme.classes.contains(.hostile) {
        mention.perpetrators.append(entity(words: index..<index + 1))
      }
    }
    addHeadMunition(of: group, to: &mention)
  }

  /// A munition inside the trigger itself: "missile strike", "car bomb explosion".
  private func addHeadMunition(of group: NounGroup, to mention: inout EventMention) {
    let word = sentence.words[group.head]
    guard word.tokens.count > 1 || article.key(word.tokens.lowerBound).contains("-") else { return }
    let slice = article.text.tokens[word.tokens]
    guard
      let match = Lexicon.shared.longestMatch(at: word.tokens.lowerBound, in: slice[..<(word.tokens.upperBound - 1)]),
      let munitionClass = match.lexeme.munitionClass
    else { return }
    let tokens = word.tokens.lowerBound..<word.tokens.lowerBound + match.count
    mention.munitions.append(
      Finding(
        MunitionDraft(munitionClass: munitionClass, designation: nil, name: article.string(tokens)), tokens,
        "munition.class-word"))
  }

  // MARK: Roles

  func addAgent(_ chunk: Int, to mention: inout EventMention, rule: String) {
    guard let group = sentence.noun(chunk), !group.isPronoun, !semantics.isTime(group) else { return }
    if semantics.isMunition(group), !semantics.isPerson(group, in: sentence) {
      addMunition(group, to: &mention)
      addActingCountry(group, to: &mention)
      return
    }
    if semantics.isEvent(group, in: sentence) {
      addModifiers(of: group, to: &mention)
      return
    }
    if let code = countryName(group) {
      mention.actingCountries.append(Finding(code, group.tokens, "role.country-as-agent"))
      return
    }
    guard let entity = semantics.entity(chunk, in: sentence) else { return }
    if entity.classes.contains(.person) || (entity.classes.contains(.title) && group.name != nil) {
      if entity.classes.contains(.nationality), entity.head == entity.name { addActingCountry(group, to: &mention) }
      mention.perpetrators.append(entity)
      addMemberships(of: group, after: chunk, to: &mention)
    } else if entity.classes.contains(.organisation) {
      mention.organisations.append(entity)
      if entity.classes.contains(.hostile) == false { addActingCountry(group, to: &mention) }
    } else if entity.classes.contains(.vehicle) {
      addPlatform(group, entity, to: &mention)
    } else if semantics.isName(group, in: sentence), !isPlaceName(group) {
      if isAcronym(group) { mention.organisations.append(entity) } else { mention.perpetrators.append(entity) }
    }
  }

  /// "FMLN guerrillas", "members of the FMLN": the group behind the people.
  private func addMemberships(of group: NounGroup, after chunk: Int, to mention: inout EventMention) {
    for index in group.words where index < group.head {
      let word = sentence.words[index]
      if word.has(.organisation) || (word.lexeme == nil && isAcronym(word)) {
        mention.organisations.append(entity(words: index..<index + 1))
      }
      if let code = word.lexeme?.country {
        mention.actingCountries.append(Finding(code, word.tokens, "role.nationality"))
      }
    }
    let arguments = ArgumentFinder(article: article, sentence: sentence)
    for phrase in arguments.phrases(after: chunk) where phrase.preposition == "of" || phrase.preposition == "from" {
      guard let complement = sentence.noun(phrase.noun), phrase.noun <= chunk + 4 else { break }
      guard
        semantics.isOrganisation(complement) || (semantics.isName(complement, in: sentence) && isAcronym(complement)),
        let entity = semantics.entity(phrase.noun, in: sentence)
      else { break }
      mention.organisations.append(entity)
    }
  }

  private func addPlatform(_ group: NounGroup, _ entity: Entity, to mention: inout EventMention) {
    addActingCountry(group, to: &mention)
    addOwner(of: group, to: &mention)
    if mention.frame == .strike || mention.frame == .kill || mention.frame == .wound,
      !entity.classes.contains(.aircraft)
    {
      mention.targets.append(entity)
      return
    }
    let platform = Finding(entity.name, group.tokens, "munition.platform")
    let draft = MunitionDraft(munitionClass: "unknown", designation: nil, name: platform.value, platform: platform)
    mention.munitions.append(Finding(draft, group.tokens, "munition.platform"))
  }

  /// "The Air Force admitted that one of its jets": the owner is who the sentence named last before.
  private func addOwner(of group: NounGroup, to mention: inout EventMention) {
    let start = group.words.lowerBound
    // "its jets", and "one of its jets", where the group is "one".
    let nearby = max(0, start - 2)...min(start + 2, sentence.words.count - 1)
    guard nearby.contains(where: { ["its", "their"].contains(article.key(sentence.words[$0].tokens.lowerBound)) })
    else {
      return
    }
    for index in stride(from: mention.chunk - 1, through: 0, by: -1) {
      guard let owner = sentence.noun(index), owner.tokens.upperBound <= group.tokens.lowerBound, !owner.isPronoun
      else {
        continue
      }
      if let code = countryName(owner) {
        mention.actingCountries.append(Finding(code, owner.tokens, "role.owner-of-agent"))
        return
      }
      guard semantics.isOrganisation(owner), let entity = semantics.entity(index, in: sentence) else { continue }
      mention.organisations.append(entity)
      return
    }
  }

  func addActingCountry(_ group: NounGroup, to mention: inout EventMention) {
    guard let code = semantics.country(group, in: sentence) else { return }
    mention.actingCountries.append(Finding(code, group.tokens, "role.nationality"))
  }

  func addVictim(_ chunk: Int, to mention: inout EventMention) {
    guard let group = sentence.noun(chunk), let entity = semantics.entity(chunk, in: sentence) else { return }
    if semantics.isBareNumber(group, in: sentence), entity.classes.isDisjoint(with: [.person]) {
      mention.unnamedVictims.append(entity)
    } else if entity.head == "other" || entity.head == "others" {
      mention.unnamedVictims.append(entity)
    } else {
      mention.victims.append(entity)
    }
  }

  func addTarget(_ chunk: Int, to mention: inout EventMention) {
    guard let group = sentence.noun(chunk), !group.isPronoun, let entity = semantics.entity(chunk, in: sentence) else {
      return
    }
    if group.classes.contains(.munition) && !group.classes.contains(.structure) { return }
    mention.targets.append(entity)
  }

  func addMunition(_ group: NounGroup, to mention: inout EventMention) {
    addMunition(words: group.words, number: group.number, to: &mention)
    addActingCountry(group, to: &mention)
  }

  private func addMunition(words: Range<Int>, number: Int?, to mention: inout EventMention) {
    if let finding = MunitionFinder(article: article, sentence: sentence).munition(in: words, number: number) {
      mention.munitions.append(finding)
    }
  }

  private func entity(words: Range<Int>) -> Entity {
    let tokens =
      sentence.words[words.lowerBound].tokens.lowerBound..<sentence.words[words.upperBound - 1].tokens.upperBound
    let lexeme = sentence.words[words.upperBound - 1].lexeme
    return Entity(
      name: article.string(tokens), kind: lexeme?.participantKind, country: lexeme?.country, number: nil,
      isPlural: lexeme?.isPlural ?? false, head: lexeme?.lemma ?? article.key(tokens.lowerBound),
      classes: lexeme?.classes ?? [], tokens: tokens)
  }

  // MARK: Meaning

  private func isHuman(_ group: NounGroup) -> Bool {
    semantics.isPerson(group, in: sentence)
  }

  private func isForce(_ group: NounGroup) -> Bool {
    let kind = semantics.participantKind(group, in: sentence)
    return kind == .armedForces || kind == .police || kind == .militia || kind == .rebelGroup
  }

  private func takesPeople(_ frame: EventFrame) -> Bool {
    switch frame {
    case .kill, .wound, .die, .abduct, .detain, .displace, .shoot: true
    default: false
    }
  }

  private func usesTargetPhrase(_ frame: EventFrame) -> Bool {
    switch frame {
    case .launch, .land, .shoot, .explode, .attack, .crash, .strike: true
    default: false
    }
  }

  func countryName(_ group: NounGroup) -> String? {
    for (range, code) in countries
    where range.upperBound == group.tokens.upperBound && range.lowerBound >= group.tokens.lowerBound {
      return code
    }
    return nil
  }

  private func isPlaceName(_ group: NounGroup) -> Bool {
    countryName(group) != nil || places.contains { $0.overlaps(group.tokens) }
  }

  private func isAcronym(_ group: NounGroup) -> Bool { isAcronym(sentence.words[group.head]) }

  private func isAcronym(_ word: TaggedWord) -> Bool {
    let token = article.text.tokens[word.tokens.upperBound - 1]
    return article.capitalsMatter ? token.isAllCapitals : false
  }
}
