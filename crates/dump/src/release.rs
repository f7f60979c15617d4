//! A record of `releases.xml`. What we have no use for (images, whose addresses are empty, videos, credits of single tracks) is passed over.
use std::borrow::Cow;

use quick_xml::events::BytesStart;

use crate::Malformed;
use crate::xml::{Xml, attributes};

type Text<'a> = Cow<'a, str>;
type Result<T> = std::result::Result<T, Malformed>;

/// A release as the dump has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Release<'a> {
    /// Discogs' id.
    pub id: i64,
    /// `Accepted`, `Draft`, ….
    pub status: Option<Text<'a>>,
    /// Title.
    pub title: Text<'a>,
    /// Whose it is.
    pub artists: Vec<Credit<'a>>,
    /// Who else took part.
    pub credits: Vec<Credit<'a>>,
    /// Labels, once per catalogue number.
    pub labels: Vec<Label<'a>>,
    /// Media.
    pub formats: Vec<Format<'a>>,
    /// Genres.
    pub genres: Vec<Text<'a>>,
    /// Styles.
    pub styles: Vec<Text<'a>>,
    /// Country or region in Discogs' words.
    pub country: Option<Text<'a>>,
    /// `1970`, `1970-05-00` or `1970-05-18`.
    pub released: Option<Text<'a>>,
    /// Free text with Discogs' markup.
    pub notes: Option<Text<'a>>,
    /// Its master.
    pub master: Option<i64>,
    /// The master shows this one.
    pub main: bool,
    /// The track list.
    pub tracks: Vec<Track<'a>>,
    /// Barcodes, matrix numbers, rights societies.
    pub identifiers: Vec<Identifier<'a>>,
    /// Who did what for it.
    pub companies: Vec<Company<'a>>,
}

/// An artist who is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Credit<'a> {
    /// Discogs' id; 0 without one.
    pub id: i64,
    /// With the number of a homonym.
    pub name: Text<'a>,
    /// As printed, when that differs.
    pub variation: Option<Text<'a>>,
    /// What stands before the next one: `&`, `,`.
    pub join: Option<Text<'a>>,
    /// `Producer`, `Bass`.
    pub role: Option<Text<'a>>,
    /// On which tracks.
    pub tracks: Option<Text<'a>>,
}

impl Credit<'_> {
    /// The name as printed, with the number of a homonym.
    #[must_use]
    pub fn printed(&self) -> &str {
        self.variation.as_ref().unwrap_or(&self.name)
    }
}

/// A label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label<'a> {
    /// Discogs' id.
    pub id: Option<i64>,
    /// With the number of a homonym.
    pub name: Text<'a>,
    /// `none` for nothing.
    pub catno: Option<Text<'a>>,
}

/// A company.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Company<'a> {
    /// Discogs' id.
    pub id: Option<i64>,
    /// With the number of a homonym.
    pub name: Text<'a>,
    /// `Pressed By`.
    pub role: Option<Text<'a>>,
}

/// A medium.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Format<'a> {
    /// `Vinyl`, `CD`, ….
    pub name: Text<'a>,
    /// How many of it.
    pub quantity: Option<Text<'a>>,
    /// Free text.
    pub text: Option<Text<'a>>,
    /// `LP`, `12"`, `Reissue`.
    pub descriptions: Vec<Text<'a>>,
}

/// A line of the track list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Track<'a> {
    /// `A1`; nothing for a heading.
    pub position: Option<Text<'a>>,
    /// Title.
    pub title: Option<Text<'a>>,
    /// `4:23`.
    pub duration: Option<Text<'a>>,
    /// Its own artists.
    pub artists: Vec<Credit<'a>>,
    /// Movements of a work.
    pub parts: Vec<Track<'a>>,
}

/// A mark on record or sleeve.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identifier<'a> {
    /// `Barcode`, `Matrix / Runout`.
    pub kind: Text<'a>,
    /// As printed.
    pub value: Text<'a>,
    /// Where.
    pub description: Option<Text<'a>>,
}

impl Release<'_> {
    /// Whether a record is in it.
    #[must_use]
    pub fn is_vinyl(&self) -> bool {
        self.formats.iter().any(|format| format.name == "Vinyl")
    }
}

/// Reads one record.
///
/// # Errors
/// What is wrong with its XML, or which part is missing that no release is without.
pub fn read(record: &str) -> Result<Release<'_>> {
    let mut xml = Xml::new(record);
    let root = xml.root()?;
    let mut release = Release::default();
    attributes(&root, |name, value| match name {
        "id" => release.id = value.parse().unwrap_or(0),
        "status" => release.status = Some(value.into()),
        _ => {}
    })?;
    if release.id <= 0 {
        return Err(Malformed("it has no id".to_owned()));
    }
    xml.children(|xml, tag| field(&mut release, xml, tag))?;
    if release.title.is_empty() {
        return Err(Malformed(format!("release {} has no title", release.id)));
    }
    Ok(release)
}

fn field<'a>(release: &mut Release<'a>, xml: &mut Xml<'a>, tag: &BytesStart<'a>) -> Result<()> {
    match tag.name().as_ref() {
        "title" => release.title = xml.text(tag)?.unwrap_or_default(),
        "artists" => release.artists = credits(xml)?,
        "extraartists" => release.credits = credits(xml)?,
        "labels" => release.labels = each(xml, label)?,
        "formats" => release.formats = each(xml, format)?,
        "genres" => release.genres = xml.texts()?,
        "styles" => release.styles = xml.texts()?,
        "country" => release.country = xml.text(tag)?,
        "released" => release.released = xml.text(tag)?,
        "notes" => release.notes = xml.text(tag)?,
        "master_id" => {
            attributes(tag, |name, value| release.main |= name == "is_main_release" && value == "true")?;
            release.master = xml.number(tag)?.filter(|id| *id > 0);
        }
        "tracklist" => release.tracks = each(xml, track)?,
        "identifiers" => release.identifiers = each(xml, identifier)?,
        "companies" => release.companies = each(xml, company)?,
        _ => xml.skip(tag)?,
    }
    Ok(())
}

fn each<'a, T>(xml: &mut Xml<'a>, read: impl Fn(&mut Xml<'a>, &BytesStart<'a>) -> Result<T>) -> Result<Vec<T>> {
    let mut all = Vec::new();
    xml.children(|xml, tag| {
        all.push(read(xml, tag)?);
        Ok(())
    })?;
    Ok(all)
}

/// The artists of a release, a master or a track.
pub(crate) fn credits<'a>(xml: &mut Xml<'a>) -> Result<Vec<Credit<'a>>> {
    each(xml, |xml, _| {
        let mut credit = Credit::default();
        xml.children(|xml, tag| {
            match tag.name().as_ref() {
                "id" => credit.id = xml.number(tag)?.unwrap_or(0),
                "name" => credit.name = xml.text(tag)?.unwrap_or_default(),
                "anv" => credit.variation = xml.text(tag)?,
                "join" => credit.join = xml.text(tag)?,
                "role" => credit.role = xml.text(tag)?,
                "tracks" => credit.tracks = xml.text(tag)?,
                _ => xml.skip(tag)?,
            }
            Ok(())
        })?;
        Ok(credit)
    })
}

fn label<'a>(xml: &mut Xml<'a>, tag: &BytesStart<'a>) -> Result<Label<'a>> {
    let mut label = Label::default();
    attributes(tag, |name, value| match name {
        "name" => label.name = value.into(),
        "catno" => label.catno = Some(value.into()),
        "id" => label.id = value.parse().ok(),
        _ => {}
    })?;
    xml.skip(tag)?;
    Ok(label)
}

fn format<'a>(xml: &mut Xml<'a>, tag: &BytesStart<'a>) -> Result<Format<'a>> {
    let mut format = Format::default();
    attributes(tag, |name, value| match name {
        "name" => format.name = value.into(),
        "qty" => format.quantity = Some(value.into()),
        "text" => format.text = Some(value.into()),
        _ => {}
    })?;
    xml.children(|xml, _| {
        format.descriptions = xml.texts()?;
        Ok(())
    })?;
    Ok(format)
}

fn track<'a>(xml: &mut Xml<'a>, _: &BytesStart<'a>) -> Result<Track<'a>> {
    let mut line = Track::default();
    xml.children(|xml, tag| {
        match tag.name().as_ref() {
            "position" => line.position = xml.text(tag)?,
            "title" => line.title = xml.text(tag)?,
            "duration" => line.duration = xml.text(tag)?,
            "artists" => line.artists = credits(xml)?,
            "sub_tracks" => line.parts = each(xml, track)?,
            _ => xml.skip(tag)?,
        }
        Ok(())
    })?;
    Ok(line)
}

fn identifier<'a>(xml: &mut Xml<'a>, tag: &BytesStart<'a>) -> Result<Identifier<'a>> {
    let mut identifier = Identifier::default();
    attributes(tag, |name, value| match name {
        "type" => identifier.kind = value.into(),
        "value" => identifier.value = value.into(),
        "description" => identifier.description = Some(value.into()),
        _ => {}
    })?;
    xml.skip(tag)?;
    Ok(identifier)
}

fn company<'a>(xml: &mut Xml<'a>, _: &BytesStart<'a>) -> Result<Company<'a>> {
    let mut company = Company::default();
    xml.children(|xml, tag| {
        match tag.name().as_ref() {
            "id" => company.id = xml.number(tag)?,
            "name" => company.name = xml.text(tag)?.unwrap_or_default(),
            "entity_type_name" => company.role = xml.text(tag)?,
            _ => xml.skip(tag)?,
        }
        Ok(())
    })?;
    Ok(company)
}
