//! Whole files, and what is named when one is broken.

use super::*;
use crate::Upstream;
use crate::exchange::tests::answer;

fn file(cubes: &str) -> Exchange {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" \
         xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">\n<gesmes:subject>Reference rates</gesmes:subject>\
         <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>\n<Cube>{cubes}</Cube>\n</gesmes:Envelope>\n"
    );
    answer(Upstream::Ecb, 200, &body)
}

fn field(cubes: &str) -> String {
    match read_days(&file(cubes)) {
        Err(Error::Malformed { field }) => field,
        other => panic!("{cubes} was read as {other:?}"),
    }
}

#[test]
fn days_come_with_their_rates_and_the_euro() {
    let days = "<Cube time='2026-11-20'><Cube currency='USD' rate='1.1790'/><Cube currency=\"IDR\" rate=\"16477.11\"/></Cube>\
                <Cube time='2026-11-19'><Cube currency='USD' rate='1.18'></Cube></Cube>";
    let read = read_days(&file(days)).unwrap();
    let rates =
        |day: &Day| day.rates.iter().map(|(code, rate)| format!("{code} {rate}")).collect::<Vec<_>>().join(", ");
    assert_eq!(read[0].day.to_string(), "2026-11-20");
    assert_eq!(rates(&read[0]), "EUR 100000000, USD 117900000, IDR 1647711000000");
    assert_eq!(rates(&read[1]), "EUR 100000000, USD 118000000");
}

#[test]
fn what_does_not_fit_is_named() {
    assert_eq!(field(""), "Cube.time: missing");
    assert_eq!(field("<Cube time='2026-11-20'></Cube>"), "2026-11-20: no rates");
    assert_eq!(field("<Cube time='yesterday'/>"), "Cube[0].time: not a date");
    assert_eq!(field("<Cube currency='USD' rate='1'/>"), "Cube.time: missing");
    let day = |cube: &str| field(&format!("<Cube time='2026-11-20'><Cube currency='JPY' rate='1'/>{cube}</Cube>"));
    assert_eq!(day("<Cube currency='USD'/>"), "2026-11-20.USD.rate: missing");
    assert_eq!(day("<Cube currency='USD' rate='1,17'/>"), "2026-11-20.USD.rate: not a positive decimal");
    assert_eq!(day("<Cube currency='USD' rate='0'/>"), "2026-11-20.USD.rate: not a positive decimal");
    assert_eq!(day("<Cube currency='dollar' rate='1'/>"), "2026-11-20.currency[1]: not a code of ISO 4217");
    assert_eq!(day("<Cube currency='JPY' rate='1'/>"), "2026-11-20.JPY: twice");
    assert_eq!(day("<Cube rate='1'/>"), "Cube[0].currency: missing");
}

#[test]
fn what_is_cut_or_a_page_is_no_answer() {
    let whole = file("<Cube time='2026-11-20'><Cube currency='USD' rate='1'/></Cube>");
    let text = String::from_utf8(whole.body.clone()).unwrap();
    let bodies = [text[..text.len() - 30].to_owned(), String::new(), "<html><body>busy</body></html>".to_owned()];
    for body in bodies {
        let read = read_days(&answer(Upstream::Ecb, 200, &body));
        assert!(matches!(read, Err(Error::Unavailable(_))), "{body}: {read:?}");
    }
    assert_eq!(read_days(&answer(Upstream::Ecb, 404, "<html>")), Err(Error::NotFound));
}
