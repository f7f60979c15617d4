use super::*;

fn list(text: &str) -> StockList {
    read(text.as_bytes(), StockFormat::guess(text.as_bytes()), Currency::EUR).unwrap()
}

fn refused(list: &StockList) -> Vec<(u64, Refused)> {
    list.refused.iter().map(|row| (row.line, row.reason)).collect()
}

#[test]
fn amounts_are_read_in_one_way_or_not_at_all() {
    let money = |minor, code: &str| Some(Money::new(minor, code.parse().unwrap()));
    for (text, currency, amount) in [
        ("12", "EUR", money(1200, "EUR")),
        ("12.5", "EUR", money(1250, "EUR")),
        ("12,50 €", "EUR", money(1250, "EUR")),
        ("1.234,50", "EUR", money(123_450, "EUR")),
        ("1,234.50", "EUR", money(123_450, "EUR")),
        ("1.234", "EUR", None),
        ("1.234.567", "EUR", money(123_456_700, "EUR")),
        ("5.990 Ft", "EUR", money(599_000, "HUF")),
        ("0.995", "EUR", money(100, "EUR")),
        ("35316.090000000004", "HUF", money(3_531_609, "HUF")),
        ("£9.99", "EUR", money(999, "GBP")),
        ("178564.5", "HUF", money(17_856_450, "HUF")),
        ("5 990 Ft", "EUR", money(599_000, "HUF")),
        ("2500", "JPY", money(2500, "JPY")),
        ("12.500", "EUR", None),
        ("12.0000", "EUR", money(1200, "EUR")),
        ("12.3456", "EUR", money(1235, "EUR")),
        ("-5", "EUR", None),
        ("", "EUR", None),
        ("ask", "EUR", None),
    ] {
        assert_eq!(values::amount(text, currency.parse().unwrap()), amount, "{text}");
    }
}

#[test]
fn a_spanish_list_with_semicolons() {
    let list = list(
        "\u{feff}Artista;Título;Precio;Estado disco;Estado funda;Código de barras;Stock\r\n\
         Héroes del Silencio;Senderos de traición;24,95;NM;VG+;5 099922 334455;1\r\n\
         Radiohead;Kid A &amp; Amnesiac;30,00;VG+;VG;;0\r\n\
         Portishead;Dummy;;NM;NM;;2\r\n\
         ;;12,00;;;;1\r\n",
    );
    assert_eq!(refused(&list), [(3, Refused::Sold), (4, Refused::NoPrice), (5, Refused::NoTitle)]);
    assert_eq!(list.refused[0].excerpt, "Radiohead; Kid A &amp; Amnesiac; 30,00; VG+; VG; 0");
    let [record] = &list.records[..] else { panic!("{:?}", list.records) };
    assert_eq!(
        (record.artist.as_deref(), record.title.as_str()),
        (Some("Héroes del Silencio"), "Senderos de traición")
    );
    assert_eq!((record.price.minor, record.barcode.as_deref()), (2495, Some("5099922334455")));
    assert_eq!((record.condition.media, record.condition.sleeve), (Some(Grade::NearMint), Some(Grade::VeryGoodPlus)));
}

#[test]
fn copies_that_are_zero_everywhere_say_nothing() {
    assert_eq!(list("title,price,stock\nKid A,20,0\nDummy,15,0\n").records.len(), 2);
    assert_eq!(list("title,price,stock\nKid A,20,0\nDummy,15,1\n").records.len(), 1);
}

#[test]
fn other_media_are_refused_and_categories_that_name_all_are_not() {
    let list = list("title,price,format\nA,20,CD\nB,20,LP\nC,20,\"LP, CD\"\nD,20,Cassette\nE,20,\n");
    assert_eq!(list.records.iter().map(|r| r.title.as_str()).collect::<Vec<_>>(), ["B", "C", "E"]);
    assert_eq!(list.refusals(), BTreeMap::from([(Refused::NotVinyl, 2)]));
}

#[test]
fn json_within_an_object_with_nested_prices() {
    let list = list(
        r#"{"shop": "One", "items": [
            {"id": 7, "artist": "Can", "title": "Tago Mago", "price": {"amount": "29.90", "currency": "EUR"}, "url": "https://a/7"},
            {"id": 8, "artist": "Can", "title": "Ege Bamyasi", "price": 25.5, "status": "sold"},
            "nothing"]}"#,
    );
    assert_eq!(refused(&list), [(2, Refused::Sold), (3, Refused::Broken)]);
    let record = &list.records[0];
    assert_eq!((record.key.as_str(), record.price.minor, record.url.as_deref()), ("7", 2990, Some("https://a/7")));
}

#[test]
fn an_artist_may_stand_in_the_title() {
    let list = list("Cikkszám,Termék Név,Bruttó Ár\nx-1,Savage / Tonight ZYX 23018-1,9523.44\n");
    let record = &list.records[0];
    assert_eq!((record.artist.as_deref(), record.title.as_str()), (Some("Savage"), "Tonight ZYX 23018-1"));
}

#[test]
fn rows_of_several_lines_and_values_with_another_separator() {
    let row = |n| format!("{n},Savage / Tonight {n},\"20.5\",\"Records|Pop\",\"first line,\n second line;\n\"\r\n");
    let text = format!("sku,Termék Név,Bruttó Ár,Kategória,Hosszú leírás\r\n{}{}{}", row(1), row(2), row(3));
    let list = list(&text);
    assert_eq!((list.records.len(), list.refused.len()), (3, 0));
    assert_eq!((list.records[2].line, list.records[2].key.as_str()), (8, "3"));
}

#[test]
fn what_is_no_list_is_said() {
    for text in ["", "hello\nworld\n", "title,year\nA,1999\n", "{}", "[1", "PK\u{3}\u{4}zip"] {
        assert!(read(text.as_bytes(), StockFormat::guess(text.as_bytes()), Currency::EUR).is_err(), "{text}");
    }
}
