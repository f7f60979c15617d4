//! A record's XML, read in one pass. Texts are slices of the record unless they hold entities.
use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::Malformed;

/// A place in a record.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
}

type Result<T> = std::result::Result<T, Malformed>;

impl<'a> Xml<'a> {
    /// At the beginning of a record.
    pub(crate) fn new(record: &'a str) -> Self {
        let mut reader = Reader::from_str(record);
        reader.config_mut().expand_empty_elements = true;
        Self { reader }
    }

    /// The record's own element.
    pub(crate) fn root(&mut self) -> Result<BytesStart<'a>> {
        loop {
            match self.reader.read_event()? {
                Event::Start(tag) => return Ok(tag),
                Event::Eof => return Err(Malformed("it has no element".to_owned())),
                _ => {}
            }
        }
    }

    /// Calls with each child of the element that was entered last, up to its end. The call must leave the child behind: by
    /// [`Self::text`], [`Self::skip`] or this.
    pub(crate) fn children(&mut self, mut child: impl FnMut(&mut Self, &BytesStart<'a>) -> Result<()>) -> Result<()> {
        loop {
            match self.reader.read_event()? {
                Event::Start(tag) => child(self, &tag)?,
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(Malformed("it ends in the middle".to_owned())),
                _ => {}
            }
        }
    }

    /// The text of an element that has no children; nothing when it is blank.
    pub(crate) fn text(&mut self, tag: &BytesStart<'a>) -> Result<Option<Cow<'a, str>>> {
        match self.reader.read_text(tag.name())?.into_inner() {
            Cow::Borrowed(raw) => value(raw),
            Cow::Owned(raw) => Ok(value(&raw)?.map(|text| Cow::Owned(text.into_owned()))),
        }
    }

    /// The texts of all children.
    pub(crate) fn texts(&mut self) -> Result<Vec<Cow<'a, str>>> {
        let mut texts = Vec::new();
        self.children(|xml, tag| {
            texts.extend(xml.text(tag)?);
            Ok(())
        })?;
        Ok(texts)
    }

    /// A number, if there is one.
    pub(crate) fn number(&mut self, tag: &BytesStart<'a>) -> Result<Option<i64>> {
        Ok(self.text(tag)?.and_then(|text| text.parse().ok()))
    }

    /// Leaves an element with all that is in it.
    pub(crate) fn skip(&mut self, tag: &BytesStart<'a>) -> Result<()> {
        self.reader.read_to_end(tag.name())?;
        Ok(())
    }
}

/// Calls with each attribute of an element that is not blank.
pub(crate) fn attributes(tag: &BytesStart<'_>, mut each: impl FnMut(&str, String)) -> Result<()> {
    for attribute in tag.html_attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| Malformed(error.to_string()))?;
        if let Some(text) = value(&attribute.value)? {
            each(attribute.key.as_ref(), text.into_owned());
        }
    }
    Ok(())
}

/// Without outer blanks, with entities resolved and line ends as `\n`.
fn value(raw: &str) -> Result<Option<Cow<'_, str>>> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Ok(None);
    }
    let text = unescape(raw).map_err(|error| Malformed(error.to_string()))?;
    Ok(Some(if text.contains('\r') { Cow::Owned(text.replace('\r', "")) } else { text }))
}
