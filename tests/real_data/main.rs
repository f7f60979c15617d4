//! Rules and loads tried on real data: format texts, lists that people published, offers and their prices, the monthly dump. They are read
//! from the folder of shared data (`VINILOGY_SHARED`); without it the trials are reported as skipped.
#![expect(clippy::print_stdout, reason = "the figures are what the trials are for")]

mod dump;
mod formats;
mod lists;
mod offers;
mod stock;
mod texts;
mod verdicts;

use libtest_mimic::Arguments;
use support::trial;

fn main() {
    let trials = vec![
        trial("dump_is_loaded_whole_and_only_once", dump::loaded_whole_and_only_once),
        trial("formats_of_the_dump", formats::of_the_dump),
        trial("formats_of_recorded_answers", formats::of_recorded_answers),
        trial("formats_of_exported_collections", formats::of_exported_collections),
        trial("formats_colours_and_weights", formats::colours_and_weights),
        trial("lists_are_read_row_by_row", lists::row_by_row),
        trial("offers_are_found_for_their_albums_only", offers::of_their_albums_only),
        trial("verdicts_good_is_below_the_median", verdicts::good_is_below_the_median),
        trial("verdicts_low_and_high_are_told_apart", verdicts::low_and_high_are_told_apart),
        trial("stock_of_a_hungarian_shop", stock::of_a_hungarian_shop),
        trial("grades_of_listings_are_read", verdicts::grades_are_read),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
