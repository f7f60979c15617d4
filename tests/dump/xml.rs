//! Small dumps of our own, and loads of them.
use std::io::Cursor;

use support::TestDatabase;
use tokio_postgres::Client;
use vinilogy_core::store::Store;
use vinilogy_dump::{Content, Error, Loaded, News, Options, Source};

/// A release of the dump.
pub struct Record {
    pub id: i64,
    pub master: Option<(i64, bool)>,
    pub artists: &'static str,
    pub title: &'static str,
    pub formats: &'static str,
    pub rest: &'static str,
}

pub const LP: &str = r#"<format name="Vinyl" qty="1" text=""><descriptions><description>LP</description><description>Album</description></descriptions></format>"#;

/// An LP of this artist, `(id, name)`, as XML has the name.
pub fn record(id: i64, master: i64, title: &'static str, artists: &'static str) -> Record {
    Record { id, master: (master > 0).then_some((master, false)), artists, title, formats: LP, rest: "" }
}

impl Record {
    pub fn xml(&self) -> String {
        let master = self
            .master
            .map_or_else(String::new, |(id, main)| format!(r#"<master_id is_main_release="{main}">{id}</master_id>"#));
        format!(
            r#"<release id="{}" status="Accepted"><artists>{}</artists><title>{}</title><labels><label name="Svek (2)" catno="SK{}" id="5"/></labels><formats>{}</formats><country>Sweden</country><released>1999-03-00</released>{master}{}</release>"#,
            self.id, self.artists, self.title, self.id, self.formats, self.rest
        )
    }
}

/// The whole file.
pub fn dump(records: &[String]) -> String {
    format!("<releases>\n{}\n</releases>\n", records.join("\n"))
}

pub fn source(name: &str, xml: impl Into<Vec<u8>>) -> Source {
    let xml = xml.into();
    Source::new(name.to_owned(), xml.len() as u64, Cursor::new(xml)).expect("a source")
}

/// Loads releases, and returns what was passed over beside the outcome.
pub async fn load(
    store: &Store,
    xml: impl Into<Vec<u8>>,
    options: &Options,
) -> (Result<Loaded, Error>, Vec<(u64, String)>) {
    load_as(store, Content::Releases, xml, options).await
}

/// Loads any file of the dump.
pub async fn load_as(
    store: &Store,
    content: Content,
    xml: impl Into<Vec<u8>>,
    options: &Options,
) -> (Result<Loaded, Error>, Vec<(u64, String)>) {
    let mut malformed = Vec::new();
    let loaded = vinilogy_dump::load(store, content, source("dump.xml", xml), options, |news| {
        if let News::Malformed { record, what } = news {
            malformed.push((record, what));
        }
    });
    let loaded = loaded.await;
    (loaded, malformed)
}

/// A database with a store.
pub async fn database() -> (TestDatabase, Store, Client) {
    let database = TestDatabase::create().await;
    let (store, client) = (database.store(2), database.connect().await);
    (database, store, client)
}

/// The content of the catalogue, told by the ids of the services; two loads that end equal, end equal in this.
pub async fn content(client: &Client) -> Vec<String> {
    let query = "
        select row(a.name, a.name_key, a.discogs_id, a.aliases)::text from artists a
        union all
        select row(ar.discogs_id, ar.name, al.title, al.title_key, al.first_release_year, al.discogs_master_id, al.discogs_release_id,
                   al.master_confidence, al.release_count)::text
        from albums al join artists ar on ar.id = al.artist_id
        union all
        select row(al.discogs_master_id, al.discogs_release_id, al.title, r.discogs_id, r.title, r.country, r.year, r.released, r.format,
                   r.records, r.traits, r.barcodes, r.label, r.catno, r.official, d.tracks, d.labels, d.companies, d.identifiers,
                   d.formats, d.artists, d.credits, d.genres, d.styles, d.notes)::text
        from releases r join albums al on al.id = r.album_id join release_details d on d.release_id = r.id
        order by 1";
    client.query(query, &[]).await.expect("content").iter().map(|row| row.get(0)).collect()
}

/// What is searched, told the same way: each artist's and album's names with how well known they are, and the words.
pub async fn searched(client: &Client) -> Vec<String> {
    let query = "
        select row(n.kind, coalesce(ar.discogs_id, al.discogs_master_id, al.discogs_release_id), owner.discogs_id, n.popularity, n.key,
                   n.words)::text
        from search_names n
        left join artists ar on n.kind = 'artist' and ar.id = n.id
        left join albums al on n.kind = 'album' and al.id = n.id
        left join artists owner on owner.id = n.artist_id
        union all
        select distinct word from search_words
        order by 1";
    client.query(query, &[]).await.expect("what is searched").iter().map(|row| row.get(0)).collect()
}

/// As [`searched`], when the triggers have written everything anew.
pub async fn searched_anew(client: &Client) -> Vec<String> {
    let anew = "truncate search_names, search_words;
        select search_learn_words(array(select name_key || ' ' || search_aliases(aliases) from artists union all select title_key from albums));
        select search_write_artists(array(select id from artists));
        select search_write_albums(array(select id from albums));";
    client.batch_execute(anew).await.expect("written anew");
    searched(client).await
}
