//! POST /catalog/refresh/{artist_id}
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::refresh_artist::routes()).await
}
