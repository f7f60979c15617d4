//! How well the rules of `domain::matching` do on labelled pairs: precision and recall per file, with what they got wrong.
//!
//! Each trial prints its figures and fails when they fall below a floor, so that a change of the rules that makes them worse is seen. The
//! pairs are read from the folder of shared data (`VINILOGY_SHARED`); without it the trials are reported as skipped.

mod albums;
mod artists;
mod causes;
mod pairs;
mod report;
mod songs;
mod spellings;

use std::path::Path;

use libtest_mimic::{Arguments, Failed};

fn main() {
    let trial = |name: &str, run: fn(&Path) -> Result<(), Failed>| {
        support::trial(name, move |shared| run(&shared.join("datasets")))
    };
    let trials = vec![
        trial("matching_audioscrobbler_alias_pairs", spellings::audioscrobbler),
        trial("matching_discogs_name_variations", spellings::discogs_variations),
        trial("matching_discogs_hard_negatives", spellings::discogs_hard_negatives),
        trial("matching_wxyc_charsets", spellings::wxyc_charsets),
        trial("matching_wxyc_identities", spellings::wxyc_identities),
        trial("matching_hetrec_duplicates", spellings::hetrec_duplicates),
        trial("matching_musicbrainz_artists_stay_apart", spellings::musicbrainz_artists),
        trial("matching_itunes_amazon_pairs", songs::itunes_amazon),
        trial("matching_albums_of_one_artist_stay_apart", albums::of_one_artist),
        trial("matching_albums_as_shops_write_them", albums::as_shops_write_them),
        trial("matching_homonyms_are_told_apart_by_albums", artists::homonyms),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
