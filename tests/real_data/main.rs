//! Rules and loads tried on real data: format texts, lists that people published, the monthly dump. They are read from the folder of
//! shared data (`VINILOGY_SHARED`); without it the trials are reported as skipped.
#![expect(clippy::print_stdout, reason = "the figures are what the trials are for")]

mod dump;
mod formats;
mod lists;
mod texts;

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
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
