//! Lists as people keep them.
use encoding_rs::{UTF_16BE, WINDOWS_1251, WINDOWS_1252};
use proptest::prelude::*;

use super::*;

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    let units = mark.into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// All of a file, read in parts of at most so many bytes more each time nothing whole was in it.
fn read_all(file: &[u8], part: usize) -> (Layout, Vec<Result<Row, Refusal>>) {
    read_column(file, part, None)
}

fn read_column(file: &[u8], part: usize, artist: Option<usize>) -> (Layout, Vec<Result<Row, Refusal>>) {
    let layout = Layout::of(file, true, artist).expect("a list");
    let (mut at, mut line, mut size, mut rows) = (0, 1, part, Vec::new());
    while at < file.len() {
        let end = file.len().min(at + size);
        let read = read(&file[at..end], &layout, line, end == file.len()).expect("a list");
        size = if read.consumed == 0 { size + part } else { part };
        at += read.consumed;
        line = read.next_line;
        let nothing = read.rows.is_empty() && end == file.len();
        rows.extend(read.rows.into_iter().map(|taken| taken.row));
        if nothing {
            break;
        }
    }
    (layout, rows)
}

fn names(file: &[u8]) -> Vec<String> {
    let rows = read_all(file, file.len()).1;
    rows.into_iter().map(|row| row.map_or_else(|refusal| format!("!{}", refusal.line), |row| row.name)).collect()
}

#[test]
fn encodings_are_told_apart() {
    let text = "artist;rating\r\nBjörk;9\r\nSigur Rós;8\r\nMotörhead;7\r\n";
    let expected = ["Björk", "Sigur Rós", "Motörhead"];
    let files = [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8", format!("\u{feff}{text}").into_bytes()),
        ("UTF-16LE", utf16(text, false, true)),
        ("UTF-16BE", utf16(text, true, true)),
        ("UTF-16LE", utf16(text, false, false)),
        ("UTF-16BE", utf16(text, true, false)),
        ("windows-1252", WINDOWS_1252.encode(text).0.into_owned()),
    ];
    for (name, file) in files {
        let (layout, rows) = read_all(&file, file.len());
        assert_eq!(layout.encoding.name(), name);
        assert_eq!(layout.separator, Some(';'));
        let rows: Vec<Row> = rows.into_iter().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), expected, "{name}");
        assert_eq!(rows.iter().map(|row| (row.line, row.rating)).collect::<Vec<_>>()[1], (3, Some(8.0)), "{name}");
    }
    let macintosh = b"artist,album\nElton John,Honky Ch\x89teau\nBj\x9Ark,Debut\nBeyonc\x8E,4\nRos\x8Ela,Zamba\n";
    assert_eq!(names(macintosh), ["Elton John", "Björk", "Beyoncé", "Roséla"]);
    let russian = "исполнитель,год\nКино,1988\nАквариум,1981\nНаутилус Помпилиус,1986\nГражданская оборона,1987\n";
    assert_eq!(names(&WINDOWS_1251.encode(russian).0)[3], "Гражданская оборона");
    assert_eq!(names(&utf16("アーティスト\n坂本龍一\n細野晴臣\n", true, true)), ["坂本龍一", "細野晴臣"]);
    assert_eq!(UTF_16BE.name(), "UTF-16BE");
}

#[test]
fn letters_of_another_encoding_far_behind_are_read_too() {
    let mut file = b"artist,rating\n".to_vec();
    (0..10_000).for_each(|n| file.extend(format!("Band {n},1\n").bytes()));
    file.extend(WINDOWS_1252.encode("Björk,9\nMötley Crüe,8\n").0.iter());
    let names = names(&file);
    assert_eq!(names[10_000..], ["Björk", "Mötley Crüe"]);
}

#[test]
fn separators_are_told_by_most_rows() {
    let cases: [(&str, Option<char>, &[&str]); 9] = [
        ("artist,rating\nLow,5\nEels,4\n", Some(','), &["Low", "Eels"]),
        ("artist;rating\n\"Earth, Wind & Fire\";4,5\nEels;4\n", Some(';'), &["Earth, Wind & Fire", "Eels"]),
        ("artist;rating\nEarth, Wind & Fire;4,5\nEels;4,0\n", Some(';'), &["Earth, Wind & Fire", "Eels"]),
        ("artist\trating\nLow\t5\n", Some('\t'), &["Low"]),
        ("artist|rating\r\nLow|5\r\n", Some('|'), &["Low"]),
        ("sep=;\nartist;x,y\nLow;5\n", Some(';'), &["Low"]),
        ("artist\nEarth, Wind & Fire\nLow\nEels\n", None, &["Earth, Wind & Fire", "Low", "Eels"]),
        ("Low\nEels\nTyler, The Creator\n", None, &["Low", "Eels", "Tyler, The Creator"]),
        ("\r\nartist,rating\r\rLow,5\r\"Eels\",4", Some(','), &["Low", "Eels"]),
    ];
    for (file, separator, expected) in cases {
        assert_eq!(Layout::of(file.as_bytes(), true, None).unwrap().separator, separator, "{file:?}");
        assert_eq!(names(file.as_bytes()), expected, "{file:?}");
    }
}

#[test]
fn the_column_of_artists_is_found_by_its_heading() {
    let cases = [
        ("Artist", 1),
        ("artist_name", 1),
        ("Artist Name(s)", 1),
        ("artistName", 1),
        ("ALBUM ARTIST", 1),
        ("albumartist", 1),
        ("Artista", 1),
        ("Nombre del artista", 1),
        ("Intérprete", 1),
        ("grupo", 1),
        ("banda", 1),
        ("Künstler", 1),
        ("Interpret", 1),
        ("Artiste", 1),
        ("nom de l'artiste", 1),
        ("Artiesten", 0),
        ("Исполнитель", 1),
        ("アーティスト", 1),
        ("艺术家", 1),
        ("wykonawca", 1),
        ("Name", 1),
        ("nombre", 1),
        ("Band", 1),
        ("artist id", 0),
        ("artist url", 0),
        ("number of artists", 0),
        ("Notes", 0),
    ];
    for (heading, found) in cases {
        let file = format!("year,{heading},title\n1994,Low,I Could Live in Hope\n1996,Eels,Beautiful Freak\n");
        let layout = Layout::of(file.as_bytes(), true, None);
        assert_eq!(
            layout.map(|layout| (layout.has_header, layout.columns.artist)).ok(),
            (found > 0).then_some((true, 1)),
            "{heading}"
        );
    }
    let both =
        Layout::of(b"name,artist,artist mbid,my rating,average rating,image_url\na,b,c,1,2,d\n", true, None).unwrap();
    assert_eq!(both.columns, Columns { artist: 1, mbid: Some(2), rating: Some(3), image: Some(5) });
}

#[test]
fn columns_without_a_heading_are_told_by_what_they_hold() {
    let file = "1,Low,https://x.org/low.jpg,4.5,4a4ee089-93b1-4470-af9a-6ff575d32704\n2,Eels,,3,\n3,Can,,5,\n";
    let (layout, rows) = read_all(file.as_bytes(), file.len());
    assert!(!layout.has_header);
    assert_eq!(layout.columns, Columns { artist: 1, mbid: Some(4), rating: Some(3), image: Some(2) });
    let low = rows[0].as_ref().unwrap();
    assert_eq!(
        (low.name.as_str(), low.rating, low.image_url.as_deref()),
        ("Low", Some(4.5), Some("https://x.org/low.jpg"))
    );
    assert_eq!(low.mbid.map(|id| id.to_string()).as_deref(), Some("4a4ee089-93b1-4470-af9a-6ff575d32704"));

    let two = b"1,OK Computer,Radiohead\n2,In Rainbows,Radiohead\n3,Blue,Joni Mitchell\n";
    assert!(Layout::of(two, true, None).unwrap_err().contains("artist_column"));
    let said = Layout::of(two, true, Some(2)).unwrap();
    assert_eq!((said.has_header, said.columns.artist), (false, 2));
    assert!(Layout::of(two, true, Some(3)).is_err());
    assert!(Layout::of(b"title,year\nBlue,1971\nHejira,1976\n", true, None).is_err());
}

#[test]
fn what_is_no_list_is_refused() {
    for file in [
        &b""[..],
        b"\n\n",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x1f\x8b\x08",
        b"%PDF-1.4",
        b"artist\nLow\0\n",
        &[b'x'; 50_000],
    ] {
        assert!(Layout::of(file, true, None).is_err(), "{:?}", &file[..file.len().min(10)]);
    }
}

#[test]
fn rows_that_cannot_be_taken_are_named_with_their_lines() {
    let file = "artist,rating\nLow,5\n,4\n\"Eels,4\nCan,3\n\"The \"\"Five\"\" Royales\",2\nVarious Artists,1\n\"Two\nLines\",1\nshort\n\u{200b},1\nAir,\"1";
    let file = file.replace("short\n", &format!("{},2\n", "x".repeat(501)));
    let rows = read_all(file.as_bytes(), file.len()).1;
    let told: Vec<(u64, String)> = rows
        .into_iter()
        .map(|row| match row {
            Ok(row) => (row.line, row.name),
            Err(refusal) => (refusal.line, format!("! {}", refusal.reason)),
        })
        .collect();
    let told: Vec<(u64, &str)> = told.iter().map(|(line, what)| (*line, what.as_str())).collect();
    assert_eq!(
        told,
        [
            (2, "Low"),
            (3, "! it names no artist"),
            (4, "! a quote in it is not closed"),
            (5, "Can"),
            (6, "The \"Five\" Royales"),
            (7, "! it names no single artist"),
            (8, "Two Lines"),
            (10, "! the name is longer than 500 bytes"),
            (11, "! the name has no visible character"),
            (12, "! a quote in it is not closed"),
        ]
    );
}

#[test]
fn a_refusal_shows_the_beginning_of_its_row() {
    let file = format!("artist,note\n,\"{}\u{7}\"\n", "ä".repeat(200));
    let rows = read_all(file.as_bytes(), file.len()).1;
    let refusal = rows[0].as_ref().unwrap_err();
    assert_eq!(refusal.excerpt, format!(",\"{}", "ä".repeat(118)));
}

#[test]
fn ratings_and_addresses() {
    let cases = [
        ("4.5", Some(4.5)),
        ("4,5", Some(4.5)),
        ("8/10", Some(8.0)),
        (" 90 % ", Some(90.0)),
        ("★★★½", Some(3.5)),
        ("⭐️⭐️", Some(2.0)),
        ("★★☆☆☆", Some(2.0)),
        ("", None),
        ("NA", None),
        ("good", None),
        ("-1", None),
        ("inf", None),
        ("☆", None),
    ];
    for (text, expected) in cases {
        assert_eq!(values::rating(text), expected, "{text}");
    }
    assert_eq!(values::image_url(" HTTPS://x.org/a.png ").as_deref(), Some("HTTPS://x.org/a.png"));
    for text in ["", "x", "javascript:alert(1)", "file:///etc/passwd", "https://x.org/a b", "//x.org/a", "äöüäöüäö"]
    {
        assert_eq!(values::image_url(text), None, "{text}");
    }
}

#[test]
fn a_file_of_open_quotes_is_read_in_passable_time() {
    let file = format!("artist\n{}", "\"Low\nx\n".repeat(2_000));
    let rows = read_all(file.as_bytes(), 256 * 1024).1;
    assert_eq!(rows.len(), 4_000);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    /// Wherever a part ends, the file reads the same: nothing twice, nothing lost, the same lines.
    #[test]
    fn parts_make_the_whole(
        rows in prop::collection::vec("[A-Za-zäß💿\",\r\n ]{0,20}", 1..40),
        encoding in 0..4,
        part in 1_usize..200,
    ) {
        let text = format!("artist;rating\r\n{}", rows.iter().map(|row| format!("{row};1\r\n")).collect::<String>());
        let file = match encoding {
            0 => text.into_bytes(),
            1 => utf16(&text, false, true),
            2 => utf16(&text, true, true),
            _ => WINDOWS_1252.encode(&text).0.into_owned(),
        };
        let whole = read_column(&file, file.len(), Some(0));
        prop_assert_eq!(read_column(&file, part, Some(0)), whole);
    }

    /// Whatever the bytes are, reading ends without a panic and passes over all of them.
    #[test]
    fn any_bytes(file in prop::collection::vec(any::<u8>(), 0..2000), separator in prop::option::of(prop::sample::select(vec![',', ';', '\t', '|']))) {
        let layout = Layout { encoding: Encoding::of(&file, true), separator, has_header: false, width: 2, columns: Columns::default() };
        if let Ok(part) = read(&file, &layout, 1, true) {
            let rest = &file[part.consumed.min(file.len())..];
            prop_assert!(part.consumed <= file.len());
            prop_assert!(rest.iter().all(|byte| matches!(byte, b'\r' | b'\n' | 0)) || layout.encoding != Encoding::UTF_8, "{} of {}", part.consumed, file.len());
        }
    }
}
