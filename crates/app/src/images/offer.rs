//! What each source offers for an artist or an album, by its own look-up and without a look at the pictures.
use serde::Serialize;
use vinilogy_core::domain::names::album_key;
use vinilogy_core::store::{AlbumSubject, ArtistSubject, Pictured};
use vinilogy_upstream::lastfm::ArtistRef;
use vinilogy_upstream::{Error, Fetch, Upstreams};

/// Who has pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// Cover Art Archive: covers that MusicBrainz' editors chose.
    Coverartarchive,
    /// Discogs.
    Discogs,
    /// Last.fm, whose artists all look like a grey star.
    Lastfm,
}

impl Source {
    /// As it stands in rows and logs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coverartarchive => "coverartarchive",
            Self::Discogs => "discogs",
            Self::Lastfm => "lastfm",
        }
    }

    /// As people call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Coverartarchive => "Cover Art Archive",
            Self::Discogs => "Discogs",
            Self::Lastfm => "Last.fm",
        }
    }
}

/// Whose picture is looked for.
#[derive(Debug, Clone)]
pub enum Subject {
    /// An artist.
    Artist(ArtistSubject),
    /// An album.
    Album(AlbumSubject),
}

impl Subject {
    /// The row that it is written on.
    pub fn pictured(&self) -> Pictured {
        match self {
            Self::Artist(artist) => Pictured::Artist(artist.id.into()),
            Self::Album(album) => Pictured::Album(album.id.into()),
        }
    }

    /// The sources in the order in which they are asked: the best first.
    pub const fn sources(&self) -> &'static [Source] {
        match self {
            Self::Artist(_) => &[Source::Discogs, Source::Lastfm],
            Self::Album(_) => &[Source::Coverartarchive, Source::Discogs, Source::Lastfm],
        }
    }
}

/// What a source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// Addresses, the one to be preferred first; never empty.
    Pictures(Vec<String>),
    /// It has none, and why.
    Nothing(&'static str),
}

impl Offer {
    fn of(urls: Vec<String>, otherwise: &'static str) -> Self {
        if urls.is_empty() { Self::Nothing(otherwise) } else { Self::Pictures(urls) }
    }
}

/// Asks one source.
///
/// # Errors
/// As the upstream, but [`Error::NotFound`]: that is an offer of nothing.
pub async fn offer(upstreams: &Upstreams, subject: &Subject, source: Source, fetch: Fetch) -> Result<Offer, Error> {
    let offered = match (subject, source) {
        (Subject::Album(album), Source::Coverartarchive) => of_cover_art_archive(upstreams, album, fetch).await,
        (Subject::Album(album), Source::Discogs) => album_on_discogs(upstreams, album, fetch).await,
        (Subject::Album(album), Source::Lastfm) => album_on_lastfm(upstreams, album, fetch).await,
        (Subject::Artist(artist), Source::Discogs) => artist_on_discogs(upstreams, artist, fetch).await,
        (Subject::Artist(artist), Source::Lastfm) => artist_on_lastfm(upstreams, artist, fetch).await,
        (Subject::Artist(_), Source::Coverartarchive) => Ok(Offer::Nothing("it has no artists")),
    };
    match offered {
        Err(Error::NotFound) => Ok(Offer::Nothing("unknown there")),
        other => other,
    }
}

async fn of_cover_art_archive(upstreams: &Upstreams, album: &AlbumSubject, fetch: Fetch) -> Result<Offer, Error> {
    let Some(mbid) = album.mbid else { return Ok(Offer::Nothing("the album has no MusicBrainz id")) };
    match upstreams.coverartarchive.release_group(mbid, fetch).await {
        Ok(covers) => {
            Ok(Offer::of(covers.front().map(|front| front.urls.clone()).unwrap_or_default(), "no front cover"))
        }
        Err(Error::NotFound) => Ok(Offer::Nothing("no cover was uploaded")),
        Err(error) => Err(error),
    }
}

async fn album_on_discogs(upstreams: &Upstreams, album: &AlbumSubject, fetch: Fetch) -> Result<Offer, Error> {
    if let Some(master) = album.discogs_master_id {
        let urls = upstreams.discogs.master(master, fetch).await?.image_urls;
        return Ok(Offer::of(urls, "the master has no image"));
    }
    let Some(release) = album.discogs_release_id else {
        return Ok(Offer::Nothing("neither master nor pressing is known"));
    };
    let urls = upstreams.discogs.release(release, fetch).await?.image_url.into_iter().collect();
    Ok(Offer::of(urls, "the pressing has no image"))
}

async fn album_on_lastfm(upstreams: &Upstreams, album: &AlbumSubject, fetch: Fetch) -> Result<Offer, Error> {
    let found = upstreams.lastfm.album(&album.artist_name, &album.title, fetch).await?;
    // Last.fm corrects titles, sometimes into another album's.
    if album_key(&found.name) != album.title_key {
        return Ok(Offer::Nothing("it answers with another album"));
    }
    Ok(Offer::of(found.image_url.into_iter().collect(), "no cover, or the grey star"))
}

async fn artist_on_discogs(upstreams: &Upstreams, artist: &ArtistSubject, fetch: Fetch) -> Result<Offer, Error> {
    let Some(id) = artist.discogs_id else { return Ok(Offer::Nothing("the artist's Discogs id is not known")) };
    Ok(Offer::of(upstreams.discogs.artist(id, fetch).await?.image_urls, "the artist has no image"))
}

async fn artist_on_lastfm(upstreams: &Upstreams, artist: &ArtistSubject, fetch: Fetch) -> Result<Offer, Error> {
    let found = upstreams.lastfm.artist(ArtistRef::Name(&artist.name), fetch).await?;
    let nothing = if found.starred { "the grey star, which stands for every artist" } else { "no image" };
    Ok(Offer::of(found.image_url.into_iter().collect(), nothing))
}
