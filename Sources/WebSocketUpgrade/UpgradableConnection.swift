import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// A connection that speaks HTTP, and may become a WebSocket.
struct UpgradableConnection: ServerChildChannelValue {
    let http: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
    /// nil when it ends without a request for one.
    let question: EventLoopFuture<UpgradeQuestion?>

    var channel: any Channel { http.channel }
}
