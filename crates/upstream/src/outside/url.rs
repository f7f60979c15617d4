//! Which URLs that somebody else wrote may be called at all, before a name is resolved.

use reqwest::Url;

use super::Refused;

/// Longer addresses are somebody's attempt, no picture's.
const LONGEST: usize = 2048;

/// Origins (`http://127.0.0.1:9000`) that are called although they are not HTTPS or not public. There are none by default: a
/// simulator is named here explicitly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Exempt(Vec<String>);

impl Exempt {
    /// Reads origins; a path or a trailing slash behind one is ignored. What is no HTTP origin is returned as the error.
    pub(crate) fn read(origins: &[String]) -> Result<Self, String> {
        let origin = |text: &String| {
            let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
            url.map(|url| url.origin().ascii_serialization()).ok_or_else(|| text.clone())
        };
        origins.iter().map(origin).collect::<Result<_, _>>().map(Self)
    }

    /// Whether the URL is of one of these origins: scheme, host and port alike.
    pub(crate) fn has(&self, url: &Url) -> bool {
        self.0.contains(&url.origin().ascii_serialization())
    }
}

/// The URL as it may be called: `http:` is rewritten to `https:`.
///
/// # Errors
/// [`Refused`] for user information, a port other than 443, another scheme, and an address instead of a name: the parser has turned
/// `0x7f.1`, `2130706433` and `0177.0.0.1` into the address that they stand for.
pub(crate) fn allowed(mut url: Url, exempt: &Exempt) -> Result<Url, Refused> {
    let refused = |why: &str| Err(Refused(why.to_owned()));
    if url.as_str().len() > LONGEST {
        return refused("the address is too long");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refused("the address has user information");
    }
    if exempt.has(&url) {
        return Ok(url);
    }
    if url.scheme() == "http" && url.set_scheme("https").is_err() {
        return refused("the address is not HTTPS");
    }
    match (url.scheme(), url.port(), url.domain()) {
        ("https", None, Some(name)) if name.trim_end_matches('.').contains('.') => Ok(url),
        ("https", None, Some(_)) => refused("the host is a name of the local network"),
        ("https", None, None) => refused("the host is an address instead of a name"),
        ("https", Some(port), _) => Err(Refused(format!("port {port} is not 443"))),
        _ => refused("the address is not HTTPS"),
    }
}

/// As [`allowed`], from text.
pub(crate) fn read(text: &str, exempt: &Exempt) -> Result<Url, Refused> {
    let url = Url::parse(text.trim()).map_err(|error| Refused(format!("no address: {error}")))?;
    allowed(url, exempt)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simulator() -> Exempt {
        Exempt::read(&["http://127.0.0.1:9000/".to_owned()]).unwrap()
    }

    #[test]
    fn f31_addresses_that_may_point_inside_are_refused() {
        for text in [
            "",
            "nonsense",
            "//i.discogs.com/a.jpeg",
            "ftp://i.discogs.com/a.jpeg",
            "file:///etc/passwd",
            "data:image/png;base64,AAAA",
            "gopher://169.254.169.254/",
            "https://127.0.0.1/a.jpeg",
            "http://127.0.0.1:9001/a.jpeg",
            "https://127.0.0.1:9000/a.jpeg",
            "http://127.0.0.1:9000@i.discogs.com/a.jpeg",
            "https://user@i.discogs.com/a.jpeg",
            "https://i.discogs.com:password@127.0.0.1/",
            "https://0x7f.1/",
            "https://0x7f000001/",
            "https://2130706433/",
            "https://0177.0.0.1/",
            "https://127.1/",
            "https://①②⑦.⓪.⓪.①/",
            "https://169.254.169.254/latest/meta-data/",
            "https://[::1]/",
            "https://[::ffff:169.254.169.254]/",
            "https://[fd00:ec2::254]/",
            "https://8.8.8.8/a.jpeg",
            "https://localhost/",
            "https://localhost./",
            "https://metadata/",
            "https://i.discogs.com:8443/a.jpeg",
            "https://i.discogs.com:80/a.jpeg",
            "http://i.discogs.com:8080/a.jpeg",
        ] {
            assert!(read(text, &simulator()).is_err(), "{text} was allowed");
        }
        let long = format!("https://i.discogs.com/{}", "a".repeat(LONGEST));
        assert!(read(&long, &simulator()).is_err());
    }

    #[test]
    fn http_becomes_https_and_the_simulator_is_called_as_it_is() {
        let shown = |text: &str| read(text, &simulator()).unwrap().to_string();
        assert_eq!(shown("http://coverartarchive.org/a-500.jpg"), "https://coverartarchive.org/a-500.jpg");
        assert_eq!(shown("https://i.discogs.com:443/a.jpeg"), "https://i.discogs.com/a.jpeg");
        assert_eq!(shown("http://ia801.us.archive.org:80/1/a.jpg"), "https://ia801.us.archive.org/1/a.jpg");
        assert_eq!(shown(" http://127.0.0.1:9000/a.jpg "), "http://127.0.0.1:9000/a.jpg");
    }

    #[test]
    fn nothing_is_exempt_unless_it_is_named() {
        assert!(read("http://127.0.0.1:9000/a.jpg", &Exempt::default()).is_err());
        assert_eq!(Exempt::read(&["127.0.0.1:9000".to_owned()]), Err("127.0.0.1:9000".to_owned()));
    }
}
