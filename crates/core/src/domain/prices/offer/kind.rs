//! What a listing is of, by its words: a record, or something that is not one record of an album.

use super::text::Text;
use super::vocabulary::{
    LOT_PHRASES, LOTS, MEDIA, MERCHANDISE, SINGLE_SIGNS, SINGLES, SLEEVE_ONLY, TRIBUTE_PHRASES, TRIBUTES, is_addition,
    is_one_of, is_record, is_unit,
};
use super::{Listing, Penalty, Reason, Wanted};
use crate::domain::names::{artist_key, key_words, nobody};

/// What speaks against the listing being of one record of the album. The names are taken out of the text before: "The Singles" is no single.
pub(super) fn refusals(text: &Text, listing: &Listing<'_>, wanted: &Wanted<'_>) -> Vec<Reason> {
    let format = listing.format.map(key_words).unwrap_or_default();
    let record = first_record(text, &format);
    let mut reasons = Vec::new();
    let mut against = |penalty, weight: f32, is_so: bool| {
        if is_so {
            reasons.push(Reason { penalty, weight });
        }
    };
    against(Penalty::Medium, 1.0, is_medium(text, record) || is_format_of_other(&format));
    against(Penalty::Merchandise, 1.0, is_merchandise(text, record));
    against(Penalty::SleeveOnly, 1.0, text.says_any(SLEEVE_ONLY));
    against(Penalty::Lot, 1.0, is_lot(text, wanted));
    against(Penalty::Single, 1.0, is_single(text, &format));
    against(Penalty::Tribute, 1.0, is_tribute(text, wanted));
    against(Penalty::Year, 0.4, is_too_early(text, listing, wanted));
    against(Penalty::NoFormat, 0.05, record.is_none());
    reasons
}

/// Where a word first says that it is a record; 0 when the aspects do.
fn first_record(text: &Text, format: &[String]) -> Option<usize> {
    let in_aspects = format.iter().any(|word| is_record(word)).then_some(0);
    in_aspects.or_else(|| text.left().find(|(_, word)| is_record(word)).map(|(at, _)| at))
}

/// "LP + CD" is a record with a CD; "CD, mini LP sleeve" and "CD LP" are not known to be.
fn is_medium(text: &Text, record: Option<usize>) -> bool {
    let is_beside = |at: usize| {
        let follows = record.is_some_and(|record| record < at);
        follows && text.before(at).is_some_and(is_addition)
    };
    let of_tape = |at: usize| matches!(text.before(at), Some("master" | "analog" | "analogue" | "original"));
    let others = text.left().filter(|(at, word)| is_one_of(MEDIA, word) && !(*word == "tape" && of_tape(*at)));
    let is_other = others.map(|(at, _)| at).any(|at| !is_beside(at));
    is_other
        || text.says_any("blu ray|8 track|reel to reel|mini lp|paper sleeve cd")
            && record.is_none_or(|record| record > 0)
}

/// Aspects that name other media and no record.
fn is_format_of_other(format: &[String]) -> bool {
    format.iter().any(|word| is_one_of(MEDIA, word)) && !format.iter().any(|word| is_record(word))
}

/// A poster after the record comes with it; before it, or called a promotional one, it is what is sold.
fn is_merchandise(text: &Text, record: Option<usize>) -> bool {
    let sold = |at: usize| {
        let before = text.before(at);
        let is_named = matches!(before, Some("promo" | "promotional" | "tour" | "concert" | "advert" | "art" | "wall"));
        let is_with = before.is_some_and(is_addition) || record.is_some_and(|record| record < at);
        is_named || !is_with
    };
    let things = text.left().filter(|(_, word)| is_one_of(MERCHANDISE, word));
    things.map(|(at, _)| at).any(sold) || text.says_any("t shirt|t shirts|art print|sheet music|promo poster")
}

fn is_lot(text: &Text, wanted: &Wanted<'_>) -> bool {
    const PLURALS: [&str; 10] =
        ["lps", "albums", "records", "vinyls", "schallplatten", "vinilos", "dischi", "discos", "disques", "platten"];
    let from_collection =
        |at: usize| matches!(text.before(at), Some("aus" | "meiner" | "my" | "private" | "privat" | "privater"));
    let named = text.left().any(|(at, word)| is_one_of(LOTS, word) && !from_collection(at));
    // An album may have several records; more than its largest pressing has are several albums.
    let most = wanted.pressings.iter().map(|pressing| pressing.format.records).max().unwrap_or(2).max(3);
    let counted = text.left().any(|(at, word)| {
        let count = word.trim_end_matches('x').parse::<i16>().ok().filter(|count| (2..1000).contains(count));
        let of = |i: usize| text.left_at(at + i).filter(|next| *next != "x" && *next != "vinyl");
        let plural = [of(1), of(2)].into_iter().flatten().find(|next| PLURALS.contains(next));
        count.zip(plural).is_some_and(|(count, plural)| count > most || plural == "albums")
    });
    named || counted || text.says_any(LOT_PHRASES)
}

/// A single is one although sellers write "record" beside it. "LP + 7"" is an album with a single beside it.
fn is_single(text: &Text, format: &[String]) -> bool {
    let is_album = text.left().any(|(_, word)| matches!(word, "lp" | "2lp" | "3lp" | "4lp" | "lps" | "dlp" | "album"));
    let describes = |at: usize| {
        const AFTER: [&str; 9] = ["sided", "sleeve", "lp", "disc", "pocket", "album", "vinyl", "cover", "owner"];
        text.words()[at] == "single" && text.left_at(at + 1).is_some_and(|next| AFTER.contains(&next))
    };
    let is_beside = |at: usize| text.before(at).is_some_and(is_addition);
    let worded = text.left().any(|(at, word)| is_one_of(SINGLES, word) && !describes(at) && !is_beside(at));
    let signed = SINGLE_SIGNS.iter().any(|sign| text.plain.contains(sign)) && !is_album;
    let turns = text.left().any(|(at, word)| word == "45" && text.left_at(at + 1).is_some_and(is_unit)) && !is_album;
    let slow = text
        .left()
        .any(|(_, word)| matches!(word, "180g" | "180gr" | "180gram" | "180gm" | "audiophile" | "12" | "2x12"));
    let of_aspects =
        format.iter().any(|word| word == "single") && !format.iter().any(|word| word == "lp" || word == "album");
    (worded && !is_album) || signed || (turns && !slow) || of_aspects || (worded && text.says("maxi single"))
}

fn is_tribute(text: &Text, wanted: &Wanted<'_>) -> bool {
    let various = nobody(wanted.artist).is_none() && text.says_any("various artists|various|v a|va");
    let is_covers = |at: usize| matches!(text.before(at), Some("plastic" | "nm" | "ex" | "vg" | "mint" | "outer"));
    let named = text.left().any(|(at, word)| is_one_of(TRIBUTES, word) && !(word == "covers" && is_covers(at)));
    named || various || text.says_any(TRIBUTE_PHRASES)
}

/// A record cannot be older than its album; a year of slack, because services differ by one.
fn is_too_early(text: &Text, listing: &Listing<'_>, wanted: &Wanted<'_>) -> bool {
    let Some(first) = wanted.year.filter(|year| *year > 0) else { return false };
    let years = super::release::years(text, listing);
    !years.is_empty()
        && years.iter().all(|year| *year < first - 1)
        && !artist_key(wanted.artist).contains(&years[0].to_string())
}
