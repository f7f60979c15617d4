//! How far a misspelt word makes two names differ. A slip in a long name is a slip, in a short one it is another name: the letters that
//! agree, in the word and in the others, must tell enough.

/// Letters of a name that tell enough for one slip in it.
const ONE_SLIP_IN: usize = 9;
/// For two slips in one word.
const TWO_SLIPS_IN: usize = 11;
/// For a word that is heard the same.
const ONE_SOUND_IN: usize = 8;
/// What a word costs that may be another one that is heard the same.
pub(super) const DOUBTFUL_SOUND: f32 = 0.35;
/// What a word costs that may be another one.
const DOUBTFUL: f32 = 0.4;

/// Words that are heard the same; `told` is what the other words of the name tell. Of the same length it is another spelling, of another
/// it may be another name: Woolf and Wolf.
pub(super) fn of_sound(a: &str, b: &str, told: usize) -> f32 {
    let least = least(a, b);
    let same_length = a.chars().count() == b.chars().count();
    if same_length || least >= 6 || told + least >= ONE_SOUND_IN { 0.15 } else { DOUBTFUL_SOUND }
}

/// The same for names of one word.
pub(super) fn of_sound_alone(a: &str, b: &str) -> f32 {
    if least(a, b) >= 7 { 0.15 } else { DOUBTFUL_SOUND }
}

/// Words with slips of the pen; `told` is what the other words tell.
pub(super) fn of_slips(a: &str, b: &str, slips: usize, told: usize) -> f32 {
    let least = least(a, b);
    let is_safe = match slips {
        1 => least >= 6 || (least >= 4 && told + least >= ONE_SLIP_IN),
        2 => least >= 9 || (least >= 6 && told + least >= TWO_SLIPS_IN),
        _ => least >= 13,
    };
    if is_safe { 0.15 + 0.05 * slips as f32 } else { DOUBTFUL }
}

/// The same for names of one word, which must be long and of one number: Daughter and Daughters are two.
pub(super) fn of_slips_alone(a: &str, b: &str, slips: usize) -> f32 {
    let enough = match slips {
        1 => 7,
        2 => 10,
        _ => 13,
    };
    if a.ends_with('s') == b.ends_with('s') && least(a, b) >= enough { 0.2 } else { DOUBTFUL }
}

fn least(a: &str, b: &str) -> usize {
    a.chars().count().min(b.chars().count())
}
