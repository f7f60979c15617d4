//! What people call their columns.
use crate::domain::names::artist_key;

/// What a column holds by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// An artist; the lower, the surer.
    Artist(u8),
    Mbid,
    /// A rating; the lower, the surer.
    Rating(u8),
    Image,
    /// Something else that lists of records have.
    Other,
}

/// Nobody else is called so.
const ARTIST: &str = "artist artista artiste artiest artisti artistas kunstler kuenstler interpret interpreten interprete \
    interpretes band bands banda bandas group groupe grupo gruppo gruppe musician musiker musico performer act \
    kunstner wykonawca umelec esittaja eloado исполнитель группа アーティスト 艺术家 歌手 가수";
/// An artist's when no other column is.
const NAME: &str = "name nombre nom nome naam namn navn имя 名前";
/// Around the words above: "Album Artist", "Artist Name(s)", "nombre del artista".
const BEFORE: &str = "album main primary name nombre nom nome del de do of l recording favorite";
const AFTER: &str = "name names s 1 credit displayname display sname principal";

const MBID: &str = "mbid artistmbid musicbrainzid musicbrainzartistid mbartistid artistmusicbrainzid mbidartist musicbrainz \
    albumartistmbid";
const RATING: &str = "rating myrating yourrating userrating stars score puntuacion valoracion calificacion estrellas nota note \
    bewertung wertung sterne avaliacao classificacao voto valutazione beoordeling betyg ocena рейтинг оценка 評価";
const RATING_OF_MANY: &str = "averagerating avgrating meanrating";
const IMAGE: &str = "image imageurl img imgurl picture pictureurl photo photourl foto fotografia imagen urlimagen imagenurl \
    imagem immagine bild bildurl afbeelding artistimage artistimageurl thumb thumbnail avatar 画像";
const OTHER: &str = "title titulo titel titre titolo album disco disc record song track genre genero year ano jahr annee label \
    format released releasedate catalog";

/// What a heading says; nothing when it may as well be a value.
pub(super) fn heading(text: &str) -> Option<Heading> {
    let words = artist_key(text);
    let joined = words.replace(' ', "");
    let is = |list| has(list, &joined);
    if is(MBID) {
        return Some(Heading::Mbid);
    }
    if is(RATING) {
        return Some(Heading::Rating(0));
    }
    if is(RATING_OF_MANY) {
        return Some(Heading::Rating(1));
    }
    if is(IMAGE) {
        return Some(Heading::Image);
    }
    if let Some(extra) = artist(&words, &joined) {
        return Some(Heading::Artist(extra));
    }
    if is(NAME) {
        return Some(Heading::Artist(u8::MAX));
    }
    is(OTHER).then_some(Heading::Other)
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// By how many words it says more than "artist".
fn artist(words: &str, joined: &str) -> Option<u8> {
    if is_artist(joined) {
        return Some(0);
    }
    let mut words: Vec<&str> = words.split(' ').collect();
    let before = words.iter().take_while(|word| has(BEFORE, word)).count();
    words.drain(..before);
    let (main, after) = words.split_first()?;
    let glued = [main.strip_suffix("name"), main.strip_prefix("album"), main.strip_prefix('l')];
    let names = is_artist(main) || glued.into_iter().flatten().any(is_artist);
    let fits = names && after.iter().all(|word| has(AFTER, word));
    fits.then(|| u8::try_from(before + after.len() + 1).unwrap_or(u8::MAX - 1))
}

fn is_artist(word: &str) -> bool {
    has(ARTIST, word) || word.strip_suffix('s').is_some_and(|one| has(ARTIST, one))
}
