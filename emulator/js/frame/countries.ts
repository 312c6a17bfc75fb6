const CODES =
  "AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PY QA RE RO RS RW SA SB SC SE SG SI SK SL SM SN SO SR SS ST SV SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW".split(
    " ",
  );

const ENGLISH = "en";

function regionNames(locale: string): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames([locale === "auto" ? navigator.language : locale], { type: "region" });
  } catch {
    return new Intl.DisplayNames([ENGLISH], { type: "region" });
  }
}

/** Code and name of every country a card may be billed in, in the order of their names. */
export function countries(locale: string): Array<{ code: string; name: string }> {
  const names = regionNames(locale);
  return CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
    a.name.localeCompare(b.name, locale === "auto" ? undefined : locale),
  );
}

/** The visitor's country as the browser's language tells it, else the United States. */
export function likelyCountry(): string {
  const [, region] = navigator.language.split("-");
  return region && CODES.includes(region) ? region : "US";
}
