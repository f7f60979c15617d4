//! Words with a meaning of their own in names: abbreviations, ornaments, numbers, short forms of given names, and names so common that
//! sharing them says little.

/// Written in full or in short.
const ABBREVIATIONS: [(&str, &str); 31] = [
    ("saint", "st"),
    ("sainte", "st"),
    ("ste", "st"),
    ("brothers", "bros"),
    ("mister", "mr"),
    ("doctor", "dr"),
    ("docteur", "dr"),
    ("doktor", "dr"),
    ("senior", "sr"),
    ("junior", "jr"),
    ("jnr", "jr"),
    ("versus", "vs"),
    ("little", "lil"),
    ("orch", "orchestra"),
    ("orchester", "orchestra"),
    ("orchestre", "orchestra"),
    ("orquesta", "orchestra"),
    ("orkester", "orchestra"),
    ("orkest", "orchestra"),
    ("ork", "orchestra"),
    ("quartett", "quartet"),
    ("quartette", "quartet"),
    ("cuarteto", "quartet"),
    ("quintett", "quintet"),
    ("sym", "symphony"),
    ("symph", "symphony"),
    ("prod", "productions"),
    ("mount", "mt"),
    ("fort", "ft"),
    ("conjunto", "conj"),
    ("street", "st"),
];

/// May be missing without making another artist of it.
const ORNAMENTS: &str = "rev prof dj mc mr mrs ms miss dr sir lady the a an and of his her their original band group orchestra trio \
    quartet quintet sextet ensemble project productions production crew uk us usa la";

/// Of the ornaments, those that name a body of players: the man and his band are not always one artist.
const BODIES: &str = "band group orchestra trio quartet quintet sextet ensemble project productions production crew \
    original lady";

/// Numbers from one to twenty as digits, word, ordinal and Roman.
const NUMBERS: [(&str, &str, &str, &str); 20] = [
    ("1", "one", "first", "i"),
    ("2", "two", "second", "ii"),
    ("3", "three", "third", "iii"),
    ("4", "four", "fourth", "iv"),
    ("5", "five", "fifth", "v"),
    ("6", "six", "sixth", "vi"),
    ("7", "seven", "seventh", "vii"),
    ("8", "eight", "eighth", "viii"),
    ("9", "nine", "ninth", "ix"),
    ("10", "ten", "tenth", "x"),
    ("11", "eleven", "eleventh", "xi"),
    ("12", "twelve", "twelfth", "xii"),
    ("13", "thirteen", "thirteenth", "xiii"),
    ("14", "fourteen", "fourteenth", "xiv"),
    ("15", "fifteen", "fifteenth", "xv"),
    ("16", "sixteen", "sixteenth", "xvi"),
    ("17", "seventeen", "seventeenth", "xvii"),
    ("18", "eighteen", "eighteenth", "xviii"),
    ("19", "nineteen", "nineteenth", "xix"),
    ("20", "twenty", "twentieth", "xx"),
];

/// Short forms that are no beginnings of the full name. (Beginnings, like Rob for Robert, need no list.)
const SHORT_FORMS: [&[&str]; 30] = [
    &["william", "bill", "billy", "will", "willie", "willy"],
    &["robert", "bob", "bobby", "rob", "robbie", "robby"],
    &["richard", "dick", "dickie", "rick", "rickie", "ricky", "rich", "richie"],
    &["michael", "mike", "mick", "mickey", "micky", "mikey"],
    &["james", "jim", "jimmy", "jimmie", "jamie"],
    &["john", "jack", "johnny", "johnnie", "jon"],
    &["jonathan", "jon", "jonny"],
    &["david", "dave", "davey", "davy"],
    &["steven", "stephen", "steve", "stevie"],
    &["edward", "ed", "eddie", "eddy", "ted", "teddy", "ned"],
    &["charles", "charlie", "charley", "chuck", "chas"],
    &["thomas", "tom", "tommy", "thom"],
    &["anthony", "antony", "tony"],
    &["joseph", "joe", "joey"],
    &["kenneth", "ken", "kenny"],
    &["lawrence", "laurence", "larry"],
    &["george", "georgie", "giorgos", "georgios"],
    &["alexander", "alex", "sandy", "al"],
    &["andrew", "andy", "drew"],
    &["patrick", "pat", "paddy"],
    &["francis", "frank", "frankie"],
    &["frederick", "fred", "freddie", "freddy"],
    &["henry", "harry", "hank"],
    &["daniel", "dan", "danny"],
    &["matthew", "matt"],
    &["peter", "pete"],
    &["philip", "phillip", "phil"],
    &["margaret", "maggie", "peggy", "meg"],
    &["elizabeth", "liz", "lizzie", "beth", "betty", "eliza"],
    &["katherine", "catherine", "kate", "kathy", "cathy", "katie"],
];

/// Surnames and given names that many bear.
const COMMON: &str = "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez \
    wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark \
    ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams \
    nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker \
    cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper \
    peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james \
    bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez \
    powell jenkins perry russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez \
    simmons graham murray ford hamilton stevens stevenson robertson washington andersson andersen \
    johansson hansen larsen nilsson svensson jensen nielsen pedersen muller schmidt schneider fischer \
    weber dubois bernard rossi russo ferrari silva santos ivanov kuznetsov иванов кузнецов смирнов попов \
    петров \
    paul mark brian kevin jason gary eric justin adam chris christian simon walter roger mary linda susan lisa \
    hans karl klaus werner wolfgang stefan andreas jean pierre michel marc marie jose juan carlos luis maria \
    antonio manuel giuseppe giovanni marco anna eva \
    aleksandr alexei aleksei andrei sergei vladimir mikhail nikolai evgeny yevgeny ivan dmitry dmitri igor oleg \
    yuri maxim pavel boris victor viktor elena olga natalia tatiana \
    александр алексей андрей сергей владимир михаил николай евгений иван дмитрий игорь олег юрий максим павел \
    борис виктор василий константин анатолий валерий григорий елена ольга наталья татьяна анна мария ирина \
    светлана людмила галина марина екатерина";

/// Stand between a given name and a surname, and are mistaken for one another.
const PARTICLES: &str = "van von de di da do du dos das del della der den af av";

/// The word as it is compared: abbreviated, numbers in digits. A lone nought is an o that was misread: Five-0.
pub(super) fn plain(word: &str) -> &str {
    if word == "0" {
        return "o";
    }
    if let Some((_, short)) = ABBREVIATIONS.iter().find(|(full, _)| *full == word) {
        return short;
    }
    let number = NUMBERS
        .iter()
        .find(|(_, name, ordinal, roman)| word == *name || word == *ordinal || (word.len() > 1 && word == *roman));
    number.map_or_else(|| ordinal(word), |(digits, ..)| digits)
}

/// "5th" → "5".
fn ordinal(word: &str) -> &str {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
    number.filter(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).unwrap_or(word)
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

pub(super) fn is_ornament(word: &str) -> bool {
    has(ORNAMENTS, word)
}

pub(super) fn is_particle(word: &str) -> bool {
    has(PARTICLES, word)
}

pub(super) fn is_body(word: &str) -> bool {
    has(BODIES, word)
}

/// An orchestra, whether it says so or not.
pub(super) fn is_symphonic(word: &str) -> bool {
    matches!(
        word,
        "philharmonic" | "philharmonia" | "symphony" | "sym" | "philharmoniker" | "philharmonie" | "filharmonia"
    )
}

/// Father and son bear one name.
pub(super) fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "2" | "3" | "filho" | "fils")
}

pub(super) fn is_common(word: &str) -> bool {
    has(COMMON, word)
}

/// "Bill" and "William".
pub(super) fn are_short_forms(a: &str, b: &str) -> bool {
    SHORT_FORMS.iter().any(|forms| forms.contains(&a) && forms.contains(&b))
}

/// Any given name that the lists know: one that differs by a letter is another name, not a slip.
pub(super) fn is_given(word: &str) -> bool {
    SHORT_FORMS.iter().any(|forms| forms.contains(&word))
}
