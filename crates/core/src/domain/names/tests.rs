//! Names as services, labels and people write them, and the keys they have.

use super::*;

#[test]
fn artists_written_in_many_ways_have_one_key() {
    for (key, names) in [
        (
            "beatles",
            &[
                "The Beatles",
                "Beatles",
                "Beatles, The",
                "THE BEATLES",
                "The Beatles (2)",
                "The Beatles*",
                "the  beatles ",
            ][..],
        ),
        (
            "simon and garfunkel",
            &[
                "Simon & Garfunkel",
                "Simon and Garfunkel",
                "Simon + Garfunkel",
                "Simon y Garfunkel",
                "Simon und Garfunkel",
            ],
        ),
        ("guns and roses", &["Guns N' Roses", "Guns N’ Roses", "Guns 'n' Roses", "Guns & Roses", "Guns n Roses"]),
        ("rem", &["R.E.M.", "REM", "R.E.M", "R E M"]),
        ("jj cale", &["J.J. Cale", "JJ Cale", "J. J. Cale"]),
        ("ac dc", &["AC/DC", "AC-DC", "Ac Dc", "AC⁄DC"]),
        ("jay z", &["Jay-Z", "JAY Z", "Jay‐Z", "Jay–Z"]),
        (
            "beyonce",
            &[
                "Beyoncé",
                "Beyonce",
                "BEYONCE\u{301}",
                "Beyoncé feat. Jay-Z",
                "Beyoncé ft. Jay-Z",
                "Beyonce (feat. Jay Z)",
            ],
        ),
        ("asap rocky", &["A$AP Rocky", "ASAP Rocky"]),
        ("joey badass", &["Joey Bada$$", "Joey Badass"]),
        ("pink", &["P!nk", "Pink", "P!NK"]),
        ("toten hosen", &["Die Toten Hosen", "Toten Hosen, Die"]),
        ("lobos", &["Los Lobos", "Lobos, Los"]),
        ("mutantes", &["Os Mutantes", "Mutantes"]),
        ("bjork", &["Björk", "Bjork", "BJÖRK"]),
        ("smashing pumpkins", &["The Smashing Pumpkins", "Smashing Pumpkins [feat. X]"]),
        ("aha", &["A-ha", "a-ha", "Aha"]),
        ("sunn o", &["Sunn O)))", "SUNN O"]),
        ("елка", &["Ёлка", "Елка"]),
        ("坂本龍一", &["坂本龍一"]),
        ("μ ziq", &["µ-Ziq", "μ-Ziq"]),
        ("mr children", &["Mr.Children", "Mr. Children"]),
    ] {
        for name in names {
            assert_eq!(artist_key(name), key, "{name}");
        }
    }
}

#[test]
fn what_makes_a_name_stays() {
    for (name, key) in [
        ("The The", "the the"),
        ("The", "the"),
        ("La La Land", "la la land"),
        ("El-P", "elp"),
        ("A Perfect Circle", "a perfect circle"),
        ("De La Soul", "de la soul"),
        ("Generation Y", "generation y"),
        ("The Y Axes", "y axes"),
        ("D.N.A.", "dna"),
        ("Six Ft Hick", "six ft hick"),
        ("Blink-182", "blink 182"),
        ("+44", "44"),
        ("!!!", "!!!"),
        ("!!! (2)", "!!!"),
        ("+/-", "+/-"),
        ("( )", "( )"),
        ("*", "*"),
        ("Łąki Łan", "laki lan"),
        ("東京事変", "東京事変"),
        ("Молчат Дома", "молчат дома"),
        ("🍕", "🍕"),
        ("\0", ""),
        ("", ""),
    ] {
        assert_eq!(artist_key(name), key, "{name}");
    }
    assert_ne!(artist_key("Кай"), artist_key("Каи"), "й is a letter of its own");
    assert_ne!(artist_key("ガガ"), artist_key("カカ"), "voicing makes another syllable");
}

#[test]
fn editions_are_one_album() {
    for (key, titles) in [
        (
            "nevermind",
            &[
                "Nevermind",
                "Nevermind (Deluxe Edition)",
                "Nevermind [Remastered]",
                "Nevermind - 2011 Remaster",
                "Nevermind – Remastered 2011",
                "Nevermind: Super Deluxe Edition",
                "Nevermind (30th Anniversary Super Deluxe)",
                "Nevermind Deluxe Edition",
                "Nevermind 20th Anniversary Edition",
                "Nevermind (Mono)",
                "Nevermind [Explicit] (Remastered 2011)",
                "Nevermind (Edición Aniversario)",
                "nevermind (Collector's Edition) - Remastered",
            ][..],
        ),
        ("wall", &["The Wall", "Wall, The", "The Wall (2011 - Remaster)", "The Wall [Disc 1]"]),
        ("abbey road", &["Abbey Road", "Abbey Road (2019 Mix)", "Abbey Road Remastered"]),
        ("getz gilberto", &["Getz/Gilberto", "Getz / Gilberto", "Getz/Gilberto Featuring Antonio Carlos Jobim"]),
        ("1999", &["1999", "1999 (Remastered)", "1999 Remastered"]),
    ] {
        for title in titles {
            assert_eq!(album_key(title), key, "{title}");
        }
    }
}

#[test]
fn what_makes_an_album_stays() {
    for (title, key) in [
        ("1989 (Taylor's Version)", "1989 taylors version"),
        ("(What's the Story) Morning Glory?", "whats the story morning glory"),
        ("MTV Unplugged in New York (Live)", "mtv unplugged in new york live"),
        ("Nevermind (Live Deluxe Edition)", "nevermind live"),
        ("Weezer (Blue Album)", "weezer blue album"),
        ("OK Computer: OKNOTOK 1997 2017", "ok computer oknotok 1997 2017"),
        ("Remastered", "remastered"),
        ("Deluxe", "deluxe"),
        ("(Deluxe Edition)", "deluxe edition"),
        ("L.A. Woman", "l a woman"),
        ("( )", "( )"),
        ("÷", "÷"),
        ("+", "+"),
        ("Chicago (2)", "chicago 2"),
        ("69 Love Songs, Vol. 1", "69 love songs vol 1"),
    ] {
        assert_eq!(album_key(title), key, "{title}");
    }
}

#[test]
fn a_display_name_has_no_marks_of_discogs() {
    for (name, shown) in [
        ("Nirvana (2)", "Nirvana"),
        ("Nirvana*", "Nirvana"),
        ("Nirvana (2)*", "Nirvana"),
        ("Nirvana* (12)", "Nirvana"),
        ("Sunn O)))", "Sunn O)))"),
        ("Dj(2)", "Dj(2)"),
        ("(2)", "(2)"),
        ("Foo ()", "Foo ()"),
        ("Aphex Twin (1992)", "Aphex Twin (1992)"),
        ("*", "*"),
        ("  Beck ", "Beck"),
        ("Prince (Artist)", "Prince (Artist)"),
    ] {
        assert_eq!(display_name(name), shown, "{name}");
    }
}

#[test]
fn what_is_typed_begins_the_key_it_becomes() {
    for full in
        ["Guns N' Roses", "Simon & Garfunkel", "R.E.M.", "Gabinete y Caligari", "The The", "Mötley Crüe", "A-ha"]
    {
        for (end, _) in full.char_indices().skip(2) {
            let typed = typed_key(&full[..end]);
            assert!(artist_key(full).starts_with(&typed), "{typed} of {full}");
        }
    }
}

#[test]
fn some_names_name_nobody() {
    for name in ["[unknown]", "Unknown Artist", "N/A", "-", " ", "\u{fffd}\u{fffd}"] {
        assert_eq!(nobody(name), Some(Nobody::Unknown), "{name}");
    }
    for name in ["Various Artists", "Various (2)", "V/A", "V.A.", "Compilation"] {
        assert_eq!(nobody(name), Some(Nobody::Various), "{name}");
    }
    for name in ["!!!", "( )", "+/-", "Unknown Mortal Orchestra", "Various Blonde", "A", "坂本龍一"] {
        assert_eq!(nobody(name), None, "{name}");
    }
}
