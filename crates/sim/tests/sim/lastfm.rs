//! Last.fm: string numbers, lists of one as objects, missing and empty identifiers, corrections, errors.

use serde_json::{Value, json};

use crate::support::{get, lastfm, ok, open};

#[tokio::test]
async fn numbers_are_strings_and_artist_images_the_grey_star() {
    let body = ok(&open(), &lastfm("method=artist.getInfo&artist=Radiohead")).await;
    let artist = &body["artist"];
    assert_eq!(artist["name"], "Radiohead");
    assert!(artist["stats"]["listeners"].as_str().unwrap().parse::<u64>().unwrap() > 1_000_000, "{artist}");
    assert!(artist["stats"]["playcount"].is_string());
    assert_eq!(artist["image"].as_array().unwrap().len(), 6);
    for image in artist["image"].as_array().unwrap() {
        let url = image["#text"].as_str().unwrap();
        assert!(url.is_empty() || url.ends_with("2a96cbd8b46e442fc41c2b86b821562f.png"), "{url}");
    }
    assert_eq!(artist["tags"]["tag"].as_array().unwrap().len(), 5);
    assert!(artist["bio"]["summary"].as_str().unwrap().contains("<a href="));
}

#[tokio::test]
async fn names_are_corrected_only_when_asked() {
    let router = open();
    for asked in ["radio+head", "RADIOHEAD", "Radiohead"] {
        let body = ok(&router, &lastfm(&format!("method=artist.getinfo&artist={asked}&autocorrect=1"))).await;
        assert_eq!(body["artist"]["name"], "Radiohead", "{asked}");
    }
    let poor = ok(&router, &lastfm("method=artist.getinfo&artist=radio+head")).await;
    assert_eq!(poor["artist"]["name"], "radio head");
    assert!(poor["artist"]["url"].as_str().unwrap().contains("+noredirect"));
    assert!(poor["artist"].get("mbid").is_none());
    let other_case = ok(&router, &lastfm("method=artist.getinfo&artist=rAdIoHeAd")).await;
    assert_eq!(other_case["artist"]["name"], "Radiohead", "capitals do not make another artist");
}

#[tokio::test]
async fn similar_artists_come_by_score_and_a_single_one_alone() {
    let router = open();
    let body = ok(&router, &lastfm("method=artist.getSimilar&artist=Mogwai")).await;
    let rows = body["similarartists"]["artist"].as_array().unwrap();
    let scores: Vec<f64> = rows.iter().map(|row| row["match"].as_str().unwrap().parse().unwrap()).collect();
    assert!(rows.len() > 20 && rows.len() <= 100);
    assert_eq!(rows[0]["match"], "1");
    assert!(scores.is_sorted_by(|a, b| a >= b) && scores.iter().all(|score| (0.0..=1.0).contains(score)));
    let names: Vec<&str> = rows[..12].iter().filter_map(|row| row["name"].as_str()).collect();
    assert!(names.contains(&"Godspeed You! Black Emperor") || names.contains(&"Explosions in the Sky"), "{names:?}");
    let one = ok(&router, &lastfm("method=artist.getSimilar&artist=Mogwai&limit=1")).await;
    assert_eq!(one["similarartists"]["artist"]["name"], rows[0]["name"]);
    assert_eq!(body["similarartists"]["@attr"]["artist"], "Mogwai");
}

#[tokio::test]
async fn identifiers_are_given_empty_or_missing() {
    let router = open();
    let mut seen = std::collections::HashSet::new();
    for artist in ["Radiohead", "Patti+Smith", "Tortoise", "Triana", "Sr.+Chinarro", "dEUS", "Lori+Meyers", "Ploho"] {
        let body = ok(&router, &lastfm(&format!("method=artist.getInfo&artist={artist}"))).await;
        seen.insert(match body["artist"].get("mbid") {
            None => "missing",
            Some(Value::String(mbid)) if mbid.is_empty() => "empty",
            Some(_) => "given",
        });
    }
    assert_eq!(seen.len(), 3, "{seen:?}");
}

#[tokio::test]
async fn an_identifier_wins_over_a_name() {
    let router = open();
    let id = crate::support::mbid("Mogwai");
    let body = ok(&router, &lastfm(&format!("method=artist.getInfo&artist=Radiohead&mbid={id}"))).await;
    assert_eq!(body["artist"]["name"], "Mogwai");
    let unknown = "11111111-2222-4333-8444-555555555555";
    assert_eq!(get(&router, &lastfm(&format!("method=artist.getInfo&mbid={unknown}"))).await.json()["error"], 6);
}

#[tokio::test]
async fn unknown_artists_are_error_6_with_200_and_with_404() {
    let router = open();
    let mut statuses = std::collections::HashSet::new();
    for number in 0..8 {
        let answer = get(&router, &lastfm(&format!("method=artist.getInfo&artist=nobody{number}&autocorrect=1"))).await;
        assert_eq!(answer.json()["error"], 6);
        statuses.insert(answer.status);
    }
    assert_eq!(statuses, [200, 404].into());
}

#[tokio::test]
async fn keys_methods_and_parameters_are_checked() {
    let router = open();
    let error = async |path: &str| get(&router, path).await.json()["error"].as_i64().unwrap();
    assert_eq!(error("/lastfm/2.0/?method=artist.getInfo&artist=Radiohead&format=json").await, 10);
    assert_eq!(error(&lastfm("method=artist.getShouts&artist=Radiohead")).await, 3);
    assert_eq!(error(&lastfm("method=artist.getInfo")).await, 6);
    let xml = get(&router, "/lastfm/2.0/?method=artist.getInfo&artist=Radiohead&api_key=k").await;
    assert!(xml.body.starts_with(b"<?xml"), "JSON comes only when asked for");
}

#[tokio::test]
async fn odd_names_are_found() {
    let router = open();
    for (asked, name) in [
        ("%21%21%21", "!!!"),
        ("bjork", "Björk"),
        ("Sigur+R%C3%B3s", "Sigur Rós"),
        ("%D0%9C%D0%BE%D0%BB%D1%87%D0%B0%D1%82+%D0%94%D0%BE%D0%BC%D0%B0", "Молчат Дома"),
        ("molchat+doma", "Молчат Дома"),
        ("%E5%9D%82%E6%9C%AC%E9%BE%8D%E4%B8%80", "Ryuichi Sakamoto"),
        ("REM", "R.E.M."),
    ] {
        let body = ok(&router, &lastfm(&format!("method=artist.getInfo&artist={asked}&autocorrect=1"))).await;
        assert_eq!(body["artist"]["name"], name, "{asked}");
    }
}

#[tokio::test]
async fn searches_users_tags_and_corrections_have_their_shapes() {
    let router = open();
    let found = ok(&router, &lastfm("method=artist.search&artist=pulp&limit=5")).await;
    assert_eq!(found["results"]["artistmatches"]["artist"][0]["name"], "Pulp");
    assert_eq!(found["results"]["opensearch:itemsPerPage"], "5");
    let tags = ok(&router, &lastfm("method=artist.getTopTags&artist=Pulp")).await;
    assert_eq!(tags["toptags"]["tag"][0]["count"], 100);
    let user = ok(&router, &lastfm("method=user.getTopArtists&user=listener-001&limit=3")).await;
    assert_eq!(user["topartists"]["artist"].as_array().unwrap().len(), 3);
    assert_eq!(user["topartists"]["artist"][0]["@attr"]["rank"], "1");
    assert_eq!(user["topartists"]["@attr"]["perPage"], "3");
    assert_eq!(get(&router, &lastfm("method=user.getTopArtists&user=nobody")).await.status, 404);
    let rock = ok(&router, &lastfm("method=tag.getTopArtists&tag=Rock&limit=3&page=2")).await;
    assert_eq!(rock["topartists"]["artist"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&rock["topartists"]["artist"][0]["@attr"]["rank"], &rock["topartists"]["@attr"]["page"]),
        (&json!("4"), &json!("2"))
    );
    let nobody = ok(&router, &lastfm("method=tag.getTopArtists&tag=thistagdoesntexist")).await;
    assert_eq!((&nobody["topartists"]["artist"], &nobody["topartists"]["@attr"]["total"]), (&json!([]), &json!("0")));
    assert_eq!(get(&router, &lastfm("method=tag.getTopArtists&tag=rock&limit=1001")).await.status, 400);
    let correct = ok(&router, &lastfm("method=artist.getCorrection&artist=rolling+stonez")).await;
    assert!(correct["corrections"].is_string());
}

#[tokio::test]
async fn top_albums_have_number_counts_editions_and_a_null() {
    let body = ok(&open(), &lastfm("method=artist.getTopAlbums&artist=Radiohead&limit=1000")).await;
    let rows = body["topalbums"]["album"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["playcount"].is_u64()));
    assert!(rows.iter().any(|row| row["name"] == "(null)") && rows.iter().any(|row| row["name"] == "OK Computer"));
    assert!(rows.iter().any(|row| row.get("mbid").is_none()));
    assert_eq!(body["topalbums"]["@attr"]["total"], rows.len().to_string());
}
