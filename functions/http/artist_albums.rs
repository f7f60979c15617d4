//! GET /artists/{id}/albums
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::artist_albums::routes()).await
}
