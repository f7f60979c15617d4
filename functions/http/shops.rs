//! GET /shops and GET /albums/{id}/links
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::http(vinilogy_app::http::shops::routes()).await
}
