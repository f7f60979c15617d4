//! The colour of the vinyl from free text: known colours and effects in the order written, colours first.
//!
//! `Red Translucent` and `Transparent Red` are both `red translucent`; `Black w/ White Splatter` is `black white splatter`. Colours of
//! sleeves, labels and prints are none of the vinyl.

/// Names of colours, and what they are called here.
const COLOURS: [(&str, &str); 62] = [
    ("black", "black"),
    ("white", "white"),
    ("clear", "clear"),
    ("crystal", "clear"),
    ("colourless", "clear"),
    ("red", "red"),
    ("crimson", "red"),
    ("scarlet", "red"),
    ("ruby", "red"),
    ("cherry", "red"),
    ("burgundy", "burgundy"),
    ("maroon", "maroon"),
    ("oxblood", "oxblood"),
    ("blue", "blue"),
    ("navy", "blue"),
    ("cobalt", "blue"),
    ("cyan", "cyan"),
    ("aqua", "aqua"),
    ("turquoise", "turquoise"),
    ("teal", "teal"),
    ("green", "green"),
    ("mint", "mint"),
    ("lime", "lime"),
    ("olive", "olive"),
    ("emerald", "green"),
    ("yellow", "yellow"),
    ("lemon", "yellow"),
    ("mustard", "mustard"),
    ("orange", "orange"),
    ("tangerine", "orange"),
    ("peach", "peach"),
    ("coral", "coral"),
    ("pink", "pink"),
    ("magenta", "magenta"),
    ("rose", "rose"),
    ("purple", "purple"),
    ("violet", "violet"),
    ("lavender", "lavender"),
    ("lilac", "lilac"),
    ("plum", "plum"),
    ("brown", "brown"),
    ("chocolate", "brown"),
    ("copper", "copper"),
    ("bronze", "bronze"),
    ("amber", "amber"),
    ("tan", "tan"),
    ("beige", "beige"),
    ("cream", "cream"),
    ("ivory", "ivory"),
    ("bone", "bone"),
    ("grey", "grey"),
    ("gray", "grey"),
    ("silver", "silver"),
    ("gold", "gold"),
    ("golden", "gold"),
    ("rainbow", "rainbow"),
    ("multicoloured", "multicoloured"),
    ("multicolored", "multicoloured"),
    ("multi-colored", "multicoloured"),
    ("multi-coloured", "multicoloured"),
    ("coloured", "coloured"),
    ("colored", "coloured"),
];

/// What was done to the colours.
const EFFECTS: [(&str, &str); 37] = [
    ("translucent", "translucent"),
    ("transparent", "translucent"),
    ("trans", "translucent"),
    ("opaque", "opaque"),
    ("milky", "milky"),
    ("splatter", "splatter"),
    ("splattered", "splatter"),
    ("spatter", "splatter"),
    ("splash", "splash"),
    ("marble", "marble"),
    ("marbled", "marble"),
    ("swirl", "swirl"),
    ("swirled", "swirl"),
    ("smoke", "smoke"),
    ("smoky", "smoke"),
    ("smokey", "smoke"),
    ("smoked", "smoke"),
    ("speckled", "speckled"),
    ("speckle", "speckled"),
    ("galaxy", "galaxy"),
    ("haze", "haze"),
    ("neon", "neon"),
    ("metallic", "metallic"),
    ("glitter", "glitter"),
    ("starburst", "starburst"),
    ("sunburst", "sunburst"),
    ("split", "split"),
    ("half", "half"),
    ("striped", "striped"),
    ("stripes", "striped"),
    ("quad", "quad"),
    ("glow", "glow"),
    ("luminous", "glow"),
    ("phosphorescent", "glow"),
    ("tri-color", "tricoloured"),
    ("tri-colour", "tricoloured"),
    ("mixed", "mixed"),
];

/// Effects that mean a colour only beside one: `Half Speed`, `Split`, `Mixed` are something else.
const NEEDS_COLOUR: [&str; 6] = ["half", "split", "quad", "mixed", "opaque", "metallic"];

/// Three letters of a word that lists keep of free text. What could be two colours (`Gre`: green, grey; `Mar`: marble, maroon) is unknown.
const CUT: [(&str, &str); 31] = [
    ("Cle", "clear"),
    ("Whi", "white"),
    ("Bla", "black"),
    ("Blu", "blue"),
    ("Ora", "orange"),
    ("Yel", "yellow"),
    ("Gol", "gold"),
    ("Sil", "silver"),
    ("Pur", "purple"),
    ("Pin", "pink"),
    ("Bro", "brown"),
    ("Bei", "beige"),
    ("Bur", "burgundy"),
    ("Vio", "violet"),
    ("Lil", "lilac"),
    ("Lav", "lavender"),
    ("Tur", "turquoise"),
    ("Aqu", "aqua"),
    ("Tea", "teal"),
    ("Oli", "olive"),
    ("Oxb", "oxblood"),
    ("Cre", "cream"),
    ("Bon", "bone"),
    ("Mag", "magenta"),
    ("Tra", "translucent"),
    ("Smo", "smoke"),
    ("Spl", "splatter"),
    ("Swi", "swirl"),
    ("Opa", "opaque"),
    ("Mil", "milky"),
    ("Cry", "clear"),
];

/// Words after which a colour is not the vinyl's.
const ELSEWHERE: [&str; 38] = [
    "sleeve",
    "sleeves",
    "cover",
    "covers",
    "label",
    "labels",
    "jacket",
    "jackets",
    "inner",
    "insert",
    "sticker",
    "stickers",
    "obi",
    "print",
    "printed",
    "printing",
    "lettering",
    "letters",
    "text",
    "center",
    "centre",
    "centers",
    "logo",
    "poster",
    "booklet",
    "spine",
    "back",
    "font",
    "rim",
    "ring",
    "stamp",
    "stamped",
    "cassette",
    "shell",
    "box",
    "bag",
    "tape",
    "cd",
];

/// The words of a vinyl's colour found so far.
#[derive(Default)]
pub(super) struct Colour {
    colours: Vec<&'static str>,
    effects: Vec<&'static str>,
}

impl Colour {
    /// Reads what stands between two commas.
    pub(super) fn note(&mut self, phrase: &str) {
        if let Some((_, colour)) = CUT.iter().find(|(cut, _)| cut.eq_ignore_ascii_case(phrase)) {
            return self.add(colour);
        }
        let lower = phrase.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
        let vinyl = words.iter().position(|word| matches!(*word, "vinyl" | "wax"));
        // "On red vinyl in a black sleeve": what stands before the vinyl is its colour.
        let words = match vinyl {
            Some(at) if words[..at].iter().any(|word| meaning(word).is_some()) => &words[..at],
            _ if words.iter().any(|word| ELSEWHERE.contains(word)) => return,
            _ => &words[..],
        };
        let found: Vec<&'static str> = words.iter().flat_map(|word| parts(word)).collect();
        let coloured = found.iter().any(|word| !NEEDS_COLOUR.contains(word));
        found.into_iter().filter(|_| coloured).for_each(|word| self.add(word));
    }

    fn add(&mut self, word: &'static str) {
        let list =
            if COLOURS.iter().any(|(_, colour)| *colour == word) { &mut self.colours } else { &mut self.effects };
        if !list.contains(&word) {
            list.push(word);
        }
    }

    /// `red translucent`; `None` when nothing was said.
    pub(super) fn text(mut self) -> Option<String> {
        // "Coloured" says something only when nothing says which.
        if self.colours.len() > 1 {
            self.colours.retain(|colour| *colour != "coloured");
        }
        self.colours.append(&mut self.effects);
        (!self.colours.is_empty()).then(|| self.colours.join(" "))
    }
}

/// `blue-green` is two colours, `multi-colored` is one word.
fn parts(word: &str) -> Vec<&'static str> {
    match meaning(word) {
        Some(meaning) => vec![meaning],
        None => word.split('-').filter_map(meaning).collect(),
    }
}

fn meaning(word: &str) -> Option<&'static str> {
    COLOURS.iter().chain(&EFFECTS).find(|(name, _)| *name == word).map(|(_, meaning)| *meaning)
}
