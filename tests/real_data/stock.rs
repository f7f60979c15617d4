//! A shop's real stock, read with the rules for lists. It is read where it lies.
use std::path::Path;

use libtest_mimic::Failed;
use support::unpacked;
use vinilogy_core::domain::stock::{StockFormat, read};

pub fn of_a_hungarian_shop(shared: &Path) -> Result<(), Failed> {
    let bytes = unpacked(&shared.join("datasets/discogs-prices/shop_inventory_huf_2024.csv.gz"));
    assert_eq!(StockFormat::guess(&bytes), StockFormat::Csv);
    let list = read(&bytes, StockFormat::Csv, "HUF".parse()?)?;
    let read = list.records.len();
    let count =
        |is: &dyn Fn(&vinilogy_core::domain::stock::StockRecord) -> bool| list.records.iter().filter(|r| is(r)).count();
    let (artists, media) = (count(&|r| r.artist.is_some()), count(&|r| r.condition.media.is_some()));
    println!("{read} records, {artists} with an artist, {media} with a grade; refused: {:?}", list.refusals());
    assert_eq!(read + list.refused.len(), 747);
    assert!(read * 100 >= 747 * 99, "{:?}", list.refusals());
    assert!(artists * 100 >= read * 98);
    assert!(media * 100 >= read * 95);
    // 794 to 1,551,527 forint, in hundredths.
    let amounts = || list.records.iter().map(|record| record.price.minor);
    assert!(amounts().min() >= Some(79_000) && amounts().max() <= Some(155_200_000));
    let keys: std::collections::BTreeSet<&str> = list.records.iter().map(|record| record.key.as_str()).collect();
    println!("{} keys", keys.len());
    Ok(())
}
