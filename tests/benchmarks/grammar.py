"""The words that made articles are put together from: people, places, organizations, things that happen."""


def _words(listed: str) -> list[str]:
    return listed.split()


def _phrases(listed: str) -> list[str]:
    return listed.split("|")


GIVEN_NAMES = {
    "she": _words(
        "Mara Ines Hanna Leila Priya Rosa Agnes Noor Clara Yuki Adela Tamsin Beatriz Chloe Dagmar Elif Fatima Greta "
        "Helena Irina Jasmin Katja Lucia Miriam Nadia Olga Paula Renata Sofia Teresa Ursula Vera Wanda Yasmin Zoe "
        "Abigail Brenda Cynthia Deborah Edith Frances Gloria Harriet Imogen Joanna Kathleen Lorraine Meredith"
    ),
    "he": _words(
        "Tomas Erik Joseph Malik Arturo Viktor Daniel Omar Pavel Kenji Luca Owen Bruno Cedric Dmitri Emil Farid Gustav "
        "Hugo Ivan Jonas Karim Lars Mateo Niels Oscar Pedro Rashid Stefan Tariq Ulrich Vincent Walter Yusuf Zoltan "
        "Albert Bernard Clifford Desmond Edgar Francis Gerald Herbert Ignacio Jerome Kenneth Leonard Maurice"
    ),
}
SURNAME_STARTS = _words(
    "Hal Mor Lind Ber Kar Tol Ver Sand Wes Gran Fel Ost Dor Pell Bran Cal Del Esk Far Gil Hol Ing Jar Kel Lor Mal Nor "
    "Orm Pri Quil Ros Sel Tan Ul Val Wen Yar Zan Ash Bol Cor Dun Eb Fros Gar Hum Isk Jul Kren Lam"
)
SURNAME_ENDS = _words(
    "vorsen gan qvist nard lsson lander netti ström ley dahl iak ovic berg mann ton well worth field stad holm ski "
    "wicz enko ides poulos escu iani elli oso aro ez inho eira eaux ier ard ham by thorpe croft wood moor brook ridge "
    "stone gard vik lund sen feldt"
)
ROLES = _phrases(
    "the mayor|the chief engineer|the union leader|the harbour master|the head teacher|the finance director|"
    "a researcher|the health minister|a spokeswoman|the police chief|the opposition leader|the club's coach|"
    "the deputy governor|a farmer|the council leader|the chief executive|a lawyer|the museum's director"
)
PLACES = _phrases(
    "Lyon|Ghent|Tampere|Cork|Leipzig|Porto|Turin|Gdansk|Bergen|Graz|Zadar|Malmo|Seville|Toulouse|Antwerp|Dresden|"
    "Aarhus|Galway|Krakow|Valencia|Bristol|Leeds|Cleveland|Denver|Tucson|Omaha|Nagoya|Busan|Mombasa|Kumasi|Oran|"
    "Córdoba|Recife|Medellín|Halifax|Winnipeg|Perth|Hobart|Chennai|Lahore|Izmir|Haifa|Tbilisi|Odesa|Vilnius|Riga|"
    "Salzburg|Basel|Bologna|Lille"
)
COUNTRIES = _phrases(
    "France|Belgium|Finland|Ireland|Germany|Portugal|Italy|Poland|Norway|Austria|Croatia|Sweden|Spain|Denmark|Japan|"
    "Kenya|Ghana|Algeria|Brazil|Canada|Australia|India|Pakistan|Turkey|Israel|Georgia|Ukraine|Lithuania"
)
BODIES = _phrases(
    "{place} City Council|the {place} Chamber of Commerce|the University of {place}|{place} General Hospital|"
    "the {place} Port Authority|the Ministry of Transport|the European Commission|the United Nations|"
    "the Ministry of Health|the National Audit Office|{surname} Industries|{surname} Energy|{surname} & Sons|"
    "the {surname} Foundation|the Dockworkers' Union|the Farmers' Association"
)
SUBJECTS = _phrases(
    "bridge|ferry line|school budget|water plant|rail depot|hospital wing|fishing quota|flood wall|tram line|"
    "housing plan|airport tax|power station|grain harvest|museum roof|border crossing|data centre|football ground|"
    "pension reform|market hall|wind farm"
)
NOUNS = _words(
    "warehouse bridge survey harbour committee report budget tunnel contract crane library plan permit loan tax engine "
    "reservoir clinic school court ferry depot orchard factory archive festival strike petition subsidy auction road "
    "station ministry inspector shipment campaign laboratory merger tender pipeline refinery stadium theatre timetable "
    "turbine vaccine wage border election garden highway journal kitchen lecture mine network office prison quarry "
    "register shelter treaty union village workshop"
)
ADJECTIVES = _words(
    "new old second local regional costly small large public private northern southern crowded broken modern empty "
    "busy secret foreign joint temporary final early late wooden steel coastal rural urban annual"
)
PAST_VERBS = _words(
    "delayed replaced closed financed opposed joined divided inspected repaired doubled sold blocked reached followed "
    "supported rejected damaged saved exceeded surprised crossed opened measured shaped survived"
)
MODAL_VERBS = _phrases(
    "will delay|will replace|cannot finance|should join|must not block|could damage|would double|may reach|will follow|"
    "has to repair|should not sell|would divide|can support|must inspect|will never exceed|could save|might close"
)
ADJUNCTS = _phrases(
    "near {place}|on {weekday}|in {month}|after the floods|before the election|at the edge of {other_place}|"
    "for {number} families|without a vote|for the third time|within {number} days|during the strike|"
    "at a cost of {number} million euros|under a new law|against the advice of {body}|with the help of {body}|"
    "across {country}|by the end of {month}|despite the rain|in the centre of {place}|behind closed doors|"
    "since the war|along the river|in spite of {number} complaints|outside the town hall|far from {other_place}"
)
STATEMENTS = _phrases(
    "The council of {place} discussed the {subject} for {number} minutes on {weekday}.|"
    "{Body} did not answer a request for comment.|"
    "Similar plans failed in {country} and in {other_place}.|"
    "Trains between {place} and {other_place} were delayed by up to {number} minutes.|"
    "Opponents of the {subject} have collected {number} signatures since {month}."
)
PUBLISHER_KINDS = _words("Post Herald Courier Times Chronicle Gazette Observer Tribune Star Echo Mail News")
AGENCIES = ["Associated Press", "Reuters", "Agence France-Presse"]
MONTHS = ["January", "February", "March", "April", "June", "July", "September", "October", "November", "December"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
SAY = ["said", "said", "said", "said", "told reporters", "added", "warned", "explained", "insisted"]
SAY_THAT = ["said", "said", "said", "argued", "warned", "added", "announced", "told the council"]
