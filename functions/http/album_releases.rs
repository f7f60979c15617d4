//! GET /albums/{id}/releases
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::album_releases::routes()).await
}
