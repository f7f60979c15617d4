//! The vendors' tables of errors.

use super::*;

fn judge(upstream: Upstream, status: u16, headers: &[(&str, &str)], body: &str) -> Verdict {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    classify(&Exchange {
        upstream,
        endpoint: "any".to_owned(),
        fingerprint: String::new(),
        url: String::new(),
        fetched_at: chrono::DateTime::UNIX_EPOCH,
        status,
        headers,
        complete: true,
        body: body.as_bytes().to_vec(),
    })
}

fn kind(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Answer => "answer",
        Verdict::NotFound => "not found",
        Verdict::Limited => "limited",
        Verdict::Busy => "busy",
        Verdict::Unauthorized(_) => "unauthorized",
        Verdict::Unavailable(_) => "unavailable",
        Verdict::Refused(_) => "refused",
    }
}

#[test]
fn lastfm_codes_decide_whatever_the_status() {
    let table = [
        ("refused", &[1, 2, 3, 5, 27, 28][..]),
        ("not found", &[6, 7, 12, 17, 18, 20, 21, 22, 23, 24, 25]),
        ("unauthorized", &[4, 9, 10, 13, 14, 15, 26]),
        ("unavailable", &[8, 11, 16, 19, 99]),
        ("limited", &[29]),
    ];
    for (wanted, codes) in table {
        for (code, status) in codes.iter().flat_map(|code| [200, 400, 403, 404].map(|status| (code, status))) {
            for error in [format!("{code}"), format!("\"{code}\"")] {
                let verdict =
                    judge(Upstream::Lastfm, status, &[], &format!(r#"{{"error":{error},"message":"because"}}"#));
                assert_eq!(kind(&verdict), wanted, "code {error} with status {status}");
            }
        }
    }
    assert_eq!(kind(&judge(Upstream::Lastfm, 200, &[], "{}")), "answer");
    assert_eq!(kind(&judge(Upstream::Lastfm, 500, &[], "{}")), "unavailable");
}

#[test]
fn musicbrainz_says_whose_fault_a_503_is() {
    let own = r#"{"error":"Your requests are exceeding the allowable rate limit. Please see …"}"#;
    let busy = r#"{"error":"The MusicBrainz web server is currently busy. Please try again later."}"#;
    let musicbrainz =
        |status, headers: &[(&str, &str)], body| kind(&judge(Upstream::Musicbrainz, status, headers, body));
    assert_eq!(musicbrainz(503, &[], own), "limited");
    assert_eq!(musicbrainz(503, &[("x-ratelimit-who", "192.0.2.1")], own), "limited");
    assert_eq!(musicbrainz(503, &[("x-ratelimit-who", "search-shed")], busy), "busy");
    assert_eq!(musicbrainz(503, &[], busy), "busy");
    assert_eq!(musicbrainz(503, &[], "<html>"), "unavailable");
    assert_eq!(musicbrainz(404, &[], r#"{"error":"Not Found"}"#), "not found");
    assert_eq!(musicbrainz(400, &[], r#"{"error":"Invalid mbid."}"#), "refused");
}

#[test]
fn discogs_is_judged_by_its_status() {
    let message = r#"{"message":"Text is not stable."}"#;
    let table = [
        (200, "answer"),
        (404, "not found"),
        (401, "unauthorized"),
        (403, "unauthorized"),
        (405, "refused"),
        (422, "refused"),
    ];
    for (status, wanted) in table.into_iter().chain([(429, "limited"), (500, "unavailable"), (520, "unavailable")]) {
        assert_eq!(kind(&judge(Upstream::Discogs, status, &[], message)), wanted, "{status}");
    }
}

#[test]
fn a_body_that_is_not_json_settles_nothing_unless_the_status_does() {
    for (status, body, wanted) in [
        (200, "<html>", "unavailable"),
        (200, "", "unavailable"),
        (200, r#"{"id":1"#, "unavailable"),
        (404, "<html>", "unavailable"),
        (502, "<html>", "unavailable"),
        (429, "\n", "limited"),
        (403, "<html>", "unauthorized"),
    ] {
        assert_eq!(kind(&judge(Upstream::Discogs, status, &[], body)), wanted, "{status} {body}");
    }
    assert!(!is_json(b"{\"title\":\"caf\xe9\"}"), "Latin-1 is not JSON");
}

#[test]
fn only_definite_answers_are_used_again() {
    let week = Duration::from_secs(7 * 86400);
    assert_eq!(Verdict::Answer.fresh_for(week), Some(week));
    assert_eq!(Verdict::NotFound.fresh_for(week), Some(NOT_FOUND_FOR));
    assert_eq!(Verdict::NotFound.fresh_for(Duration::from_secs(5)), Some(Duration::from_secs(5)));
    for verdict in
        [Verdict::Limited, Verdict::Busy, Verdict::Unavailable(String::new()), Verdict::Refused(String::new())]
    {
        assert_eq!(verdict.fresh_for(week), None);
    }
}
