"""Failures of TLS: before the request has left, and after."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading

import pytest

from bcorm.exceptions import ConnectionFailed, UnknownOutcome
from bcorm.http import ApiClient, OAuthCredentials, RequestsTransport, RetryPolicy
from bcorm.http.governor import Unlimited

x509 = pytest.importorskip("cryptography.x509")
CREDENTIALS = OAuthCredentials("abc123", "token")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.timezone.utc)
    here = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([here]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + built.public_bytes(serialization.Encoding.PEM)
    )
    return path


class SpoilingServer:
    """Reads each request over TLS, then answers with bytes that are no TLS at all."""

    def __init__(self, certificate):
        self.requests = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._run, daemon=True).start()

    def close(self):
        self._listener.close()

    def _run(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.settimeout(5)
            try:
                self._answer(connection)
            except OSError:  # the client did not like our certificate
                connection.close()

    def _answer(self, connection):
        with self._context.wrap_socket(connection, server_side=True) as wrapped:
            head = b""
            while b"\r\n\r\n" not in head and (received := wrapped.recv(65536)):
                head += received
            self.requests.append(head.split(b" ")[0].decode())
            with socket.socket(fileno=wrapped.detach()) as plain:
                plain.sendall(b"this is no TLS record\r\n" * 9)


@pytest.fixture
def spoiling(certificate):
    server = SpoilingServer(certificate)
    yield server
    server.close()


def _client(server, **transport):
    return ApiClient(
        CREDENTIALS,
        governor=Unlimited(),
        retry=RetryPolicy(attempts=3, base=0.001),
        transport=RequestsTransport(CREDENTIALS, api_url=server.url, **transport),
    )


def test_a_post_whose_answer_is_spoilt_is_not_sent_again(spoiling, certificate):
    client = _client(spoiling, verify=str(certificate))
    with client, pytest.raises(UnknownOutcome) as caught:
        client.post("v3/catalog/products", json={})
    assert spoiling.requests == ["POST"]
    assert not caught.value.retry_safe


def test_a_get_whose_answer_is_spoilt_is_sent_again(spoiling, certificate):
    with _client(spoiling, verify=str(certificate)) as client, pytest.raises(ConnectionFailed):
        client.get("v3/catalog/products")
    assert spoiling.requests == ["GET"] * 3


def test_a_certificate_that_is_not_trusted_stops_a_request_before_it_is_sent(spoiling):
    with _client(spoiling) as client, pytest.raises(ConnectionFailed) as caught:
        client.post("v3/catalog/products", json={})
    assert spoiling.requests == []
    assert caught.value.retry_safe
    assert not caught.value.sent
