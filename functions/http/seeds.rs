//! GET, POST /me/seeds and DELETE /me/seeds/{artist_id}
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::seeds::routes()).await
}
