//! What people type, and what they expect first.
use super::*;

fn artist(key: &str, popularity: i16) -> Name<'_> {
    Name { key, artist_key: None, popularity, own: Own::Not }
}

fn album<'a>(artist: &'a str, key: &'a str, popularity: i16) -> Name<'a> {
    Name { key, artist_key: Some(artist), popularity, own: Own::Not }
}

#[track_caller]
fn in_order(typed: &str, names: &[Name<'_>]) {
    let question = Question::of(typed).unwrap();
    let points: Vec<i32> = names.iter().map(|name| points(&question, name)).collect();
    assert!(points.is_sorted_by(|a, b| a > b), "{typed}: {points:?}");
}

#[test]
fn the_better_known_of_two_that_begin_alike_comes_first() {
    in_order("ra", &[artist("radiohead", 155), artist("rammstein", 147), artist("radio moscow", 114)]);
    in_order("dark", &[album("pink floyd", "dark side of the moon", 155), album("x", "dark adrenaline", 120)]);
}

#[test]
fn a_whole_name_comes_before_longer_ones() {
    in_order("can", &[artist("can", 129), artist("cannibal corpse", 138), artist("candlemass", 132)]);
    in_order("low", &[artist("low", 131), artist("lowkey", 125)]);
    in_order(
        "queen",
        &[
            artist("queen", 155),
            album("queen", "queen", 150),
            artist("queens of the stone age", 150),
            album("queen", "jazz", 149),
        ],
    );
    in_order("nevermind", &[album("nirvana", "nevermind", 157), artist("nevermind", 69)]);
    in_order("radio", &[artist("radiohead", 155), artist("radio", 30)]);
}

#[test]
fn words_of_the_artist_and_of_the_title_together_find_the_album() {
    in_order(
        "pink floyd dark",
        &[album("pink floyd", "dark side of the moon", 150), album("pink floyd dark", "x", 60)],
    );
    in_order("pink floyd", &[artist("pink floyd", 157), album("pink floyd", "animals", 150)]);
}

#[test]
fn what_the_caller_has_comes_first() {
    let ramones = Name { own: Own::Yes, ..artist("ramones", 40) };
    in_order("ra", &[ramones, artist("radiohead", 155)]);
    in_order("ra", &[ramones, artist("ra", 150)]);
}

#[test]
fn each_error_costs_as_much_as_ten_times_fewer_listeners() {
    in_order("beetles", &[artist("beatles", 155), artist("beetles", 0)]);
    in_order("radiohaed", &[artist("radiohead", 155), artist("radiohaze", 140)]);
    in_order("radio head", &[artist("radiohead", 155), album("a", "radio heads", 120)]);
}

#[test]
fn nothing_typed_is_no_question() {
    assert_eq!(Question::of("  \t"), None);
}

#[test]
fn the_other_words_are_those_before_the_last() {
    let question = Question::of("zürich orchestra t").unwrap();
    assert_eq!(question.typed, "('zurich' & 'orchestra' & 't':*)");
    assert_eq!(question.others.as_deref(), Some("('zurich' & 'orchestra')"));
    let question = Question::of("radio h").unwrap();
    assert_eq!(question.typed, "('radio' & 'h':*) | ('radioh':*)");
    assert_eq!(question.others.as_deref(), Some("('radio') | ('radioh':*)"));
    assert_eq!(Question::of("dark side").unwrap().others.as_deref(), Some("('dark') | ('darkside':*)"));
    assert_eq!(Question::of("t").unwrap().others, None);
}

#[test]
fn signs_are_quoted() {
    assert_eq!(Question::of(r"' \").unwrap().typed, r"('''' & '\\':*) | ('''\\':*)");
    assert_eq!(Question::of(&"long".repeat(100)).unwrap().words[0].len(), LONGEST_WORD);
    assert_eq!(Question::of(&"aa bb ".repeat(100)).unwrap().words.len(), MOST_WORDS);
}

#[test]
fn an_edition_is_left_out_where_that_helps() {
    assert!(Question::of("abbey road remastered").unwrap().typed.contains("| ('abbey' & 'road':*)"));
}
