//! Words of listings in English, German, French, Spanish and Italian, without accents and in small letters.

use crate::domain::pressing::Format;
use crate::domain::prices::country::Country;
use crate::domain::prices::grade::Grade;

/// Media that are no records.
pub(super) const MEDIA: &str = "cd|cds|cdr|2cd|3cd|4cd|5cd|cd2|sacd|shmcd|xrcd|cassette|cassettes|cassetta|casete|kassette|kassetten|mc|tape|\
    k7|musicassette|musikkassette|musicassetta|musikkassetten|dvd|dvds|2dvd|bluray|vhs|laserdisc|minidisc|8track|betamax|usb";

/// Things that are no media.
pub(super) const MERCHANDISE: &str = "shirt|tshirt|tshirts|shirts|hoodie|camiseta|maglietta|sweatshirt|mug|tasse|taza|tazza|patch|badge|\
    badges|button|magnet|poster|posters|plakat|affiche|cartel|canvas|lithograph|litho|framed|flag|keyring|keychain|slipmat|slipmats|\
    coaster|coasters|clock|calendar|magazine|zeitschrift|revista|rivista|programme|ticket|tickets|flyer|postcard|photo|photograph|foto|\
    book|books|buch|libro|livre|songbook|tablature|noten|partitura|partition|biography|biografia|biographie|funko|puzzle|standee|\
    advert|advertisement|anzeige|clipping|plectrum|tote";

/// A sleeve without a record, in two words.
pub(super) const SLEEVE_ONLY: &str = "sleeve only|cover only|jacket only|insert only|inner only|poster only|box only|obi only|booklet only|\
    artwork only|only sleeve|only cover|only jacket|empty sleeve|empty cover|empty jacket|empty box|no record|no vinyl|no disc|no lp|\
    no records|without record|without vinyl|without disc|nur cover|nur hulle|nur das cover|leeres cover|leere hulle|leercover|ohne vinyl|\
    ohne platte|ohne schallplatte|ohne lp|solo portada|solo copertina|solo funda|solo carpeta|solo cover|sin disco|sin vinilo|\
    portada sin disco|senza disco|senza vinile|copertina vuota|pochette seule|pochette vide|sans disque|sans vinyle|replacement sleeve|\
    replacement cover|funda vacia|portada vacia|carpeta vacia";

/// Several records.
pub(super) const LOTS: &str = "joblot|bundle|bundles|lot|lots|konvolut|plattensammlung|sammlung|lote|lotto|bulk|wholesale|choose|auswahl|wahlen|elegir|scegli|choisir";

/// The same in several words.
pub(super) const LOT_PHRASES: &str = "job lot|you pick|u pick|pick your|take your pick|collection of|lp collection|vinyl collection|\
    record collection|records collection|zur auswahl|a elegir|a scelta|au choix|various lps|set of lps|lps by|x lps|various titles";

/// Records that are no albums.
pub(super) const SINGLES: &str =
    "single|singles|maxi|ep|flexi|sencillo|singolo|45t|45tours|45giri|45s|7inch|7in|promosingle|maxisingle";

/// The same with signs.
pub(super) const SINGLE_SIGNS: [&str; 6] = ["7\"", "7 inch", "7-inch", "7inch", "7 pouces", "7 zoll"];

/// Others play the songs.
pub(super) const TRIBUTES: &str = "tribute|tributes|karaoke|covers|hommage|homenaje|omaggio|lullaby|lullabies|reimagined|performs|soundalike|performed|singt";

/// The same in several words.
pub(super) const TRIBUTE_PHRASES: &str = "made famous|in the style of|music of|songs of|covered by|played by|string quartet|cover version|cover versions|tribut an|as performed";

/// A first pressing, or said to be one.
pub(super) const ORIGINAL: &str = "original|1st press|first press|first pressing|1st pressing|erstpressung|erstauflage|og|orig|originale|\
    prima stampa|primera edicion|pressage original|1st issue|first issue";

/// One that was made again.
pub(super) const AGAIN: &str = "reissue|re issue|reissued|repress|re press|ristampa|reedicion|reedition|neuauflage|nachpressung|remaster|\
    remastered|remasterizado|180g|180 g|180gr|180 gr|180 gram|180gram|180gm|half speed";

/// What says that something comes with a record.
const ADDITIONS: &str = "and|with|w|incl|inc|inkl|including|includes|included|mit|con|avec|plus|bonus|free|und|original|insert|e|y|et|inkl.";

/// Words that say that it is a record.
const RECORDS: &str = "lp|lps|2lp|3lp|4lp|5lp|6lp|7lp|8lp|dlp|2xlp|3xlp|4xlp|2x12|doppellp|vinyl|vinyls|vinilo|vinilos|vinile|vinili|vinyle|\
    vinyles|schallplatte|schallplatten|platte|disque|33t|33tours|33giri|record|records|180g|180gr|180gm|180gram|140g|140gr|200g|200gr|12inch|\
    12|33rpm|winyl|bakelit|pressing|pressung|pressage|picturedisc|wax|ristampa|stampa";

/// What stands in titles and tells no name: praise, parts, sizes, kinds of music, small words.
const NOISE: &str = "the|a|an|of|and|in|on|with|w|by|for|from|to|it|is|at|or|no|not|this|your|our|my|s|t|x|de|la|le|les|el|los|las|un|une|una|\
    du|des|en|con|avec|mit|und|der|die|das|von|aus|im|auf|e|y|et|di|da|del|della|il|lo|per|para|por|pour|sur|sin|sans|rare|ultra|mega|very|\
    raro|rara|selten|seltene|rarissimo|rarisimo|super|top|great|amazing|classic|beautiful|lovely|nice|clean|look|l|k|wow|must|hot|oop|vtg|\
    vintage|old|retro|original|originale|originales|orig|og|1st|first|2nd|3rd|erstpressung|erstauflage|ep|press|presse|pressed|prima|\
    primera|premiere|ed|edicion|edizione|edition|issue|issued|reissue|reissued|reedicion|reedition|ristampa|neuauflage|nachpressung|import|\
    imported|importado|disco|disk|disc|discs|double|doppel|doble|doppio|triple|set|box|fold|out|foc|klappcover|sleeve|sleeves|cover|covers|\
    jacket|inner|outer|insert|inserts|inlay|booklet|lyric|lyrics|sheet|poster|posters|hype|sticker|stickers|stickered|shrink|shrinkwrap|wrap|\
    obi|ois|innersleeve|label|labels|stereo|mono|quad|rpm|g|gr|gm|gram|grams|gramm|gramos|heavyweight|heavy|weight|audiophile|mofi|mfsl|\
    ultradisc|one|step|half|speed|master|masters|mastered|remaster|remastered|remasterizado|remasterise|analog|analogue|aaa|tested|played|\
    plays|play|graded|condition|cond|zustand|stato|etat|estado|used|gebraucht|occasion|usado|usato|neu|new|sealed|unplayed|unopened|ovp|\
    brand|still|factory|near|mint|good|excellent|rock|prog|progressive|pop|jazz|folk|soul|funk|blues|punk|metal|hard|indie|electronic|\
    electronica|ambient|house|techno|hip|hop|rap|reggae|ska|psych|psychedelic|psicodelia|krautrock|kraut|synth|wave|alternative|alt|grunge|\
    garage|country|classical|bop|fusion|britpop|shoegaze|goth|gothic|post|fast|free|shipping|ship|postage|dispatch|p|promo|numbered|limited|\
    ltd|limitiert|limitierte|limitata|limitada|special|exclusive|deluxe|anniversary|tour|only|copies|copy|made|matrix|a1|b1|a2|b2|a3|b3|\
    runout|porky|textured|laminated|flipback|flip|back|release|released|year|rsd|store|day|record|records|club|audio|sound|hifi|hi|fi|quality|\
    pro|cleaned|ultrasonic|autographed|signed|group|band|complete|full|long|player|tracks|track|songs|song|sides|side|studio|mixed|coloured|\
    colored|colour|color|plain|picture|test|white|black|variant|version|import|importe|europe|european|eu|british|american|german|french|\
    italian|spanish|dutch|deutsche|francais|italiano|espanol|italiana|espanola|tedesco|inglese|ingles|anglais|englische|grade|grading|vinyl|vinilo|\
    vinile|vinyle|lp|album|albums|download|code|mp3|card|digital|bonus|incl|inc|inkl|including|includes|plus|seen|see|photos|pics|desc|description|\
    listen|audition|auction|offer|offers|sale|bargain|cheap|classics|legend|legendary|80s|70s|60s|90s|1960s|1970s|1980s|1990s|jahre|annees|anni|top|bitte|lesen|read|self|titled|eponymous|same";

/// Labels that sellers name, beside those of the album's pressings.
const LABELS: &str = "emi|columbia|atlantic|capitol|island|virgin|polydor|decca|rca|cbs|epic|sony|universal|mercury|elektra|asylum|geffen|\
    vertigo|harvest|parlophone|apple|chrysalis|mca|arista|motown|tamla|stax|verve|impulse|ecm|4ad|mute|rough|trade|factory|creation|\
    domino|xl|sub|matador|warp|polygram|philips|fontana|pye|reprise|warner|warners|bros|brothers|swan|hispavox|ariola|zafiro|odeon|\
    electrola|barclay|vogue|pathe|marconi|ricordi|victor|toshiba|king|kling|klang|fiction|sire|london|deram|charisma|casablanca|interscope|\
    wea|bmg|rhino|legacy|music|plum|swirl|company|amiga|bellaphon|brain|ohr|metronome|telefunken|supraphon|melodiya|jugoton";

/// Whether a word is one of a list.
pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    list.split('|').any(|one| one == word)
}

/// Whether it says that what follows comes with a record.
pub(super) fn is_addition(word: &str) -> bool {
    is_one_of(ADDITIONS, word)
}

/// Whether it says that something is a record.
pub(super) fn is_record(word: &str) -> bool {
    is_one_of(RECORDS, word)
}

/// What follows a number that counts or measures.
pub(super) fn is_unit(word: &str) -> bool {
    is_one_of(
        "lp|lps|x|vinyl|vinyls|record|records|disc|discs|disk|disques|platten|schallplatten|vinili|vinilos|vinyles|rpm|inch|in|g|gr|gm|gram|\
         track|tracks|songs|cd|st|nd|rd|th|t|giri|tours|umin|minute|page|pages|dischi|discos",
        word,
    )
}

/// A number up to twenty, or a Roman one.
pub(super) fn is_numeral(word: &str) -> bool {
    let is_roman = is_one_of("ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|two|three|four|five", word);
    is_roman || word.parse::<u8>().is_ok_and(|number| (1..=11).contains(&number))
}

/// Whether a word stands in titles of any listing: noise, a grade, a country, a colour, a word of formats.
pub(super) fn is_noise(word: &str) -> bool {
    is_one_of(NOISE, word)
        || is_record(word)
        || is_one_of(LABELS, word)
        || is_one_of(MEDIA, word)
        || is_one_of(MERCHANDISE, word)
        || Grade::read(word).is_some()
        || (word.len() > 2 || matches!(word, "us" | "uk")) && Country::read(word).is_some()
        || Format::read(word) != Format::read("")
}
