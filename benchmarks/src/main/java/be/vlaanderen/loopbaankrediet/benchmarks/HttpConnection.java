package be.vlaanderen.loopbaankrediet.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One HTTP/1.1 connection with one request under way at a time. It is the cheapest client, so that the client is not what is measured. */
final class HttpConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 30_000;
    private static final int LONGEST_LINE = 8192;

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final InputStream in;
    private final byte[] line = new byte[LONGEST_LINE];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    HttpConnection(String host, int port, int timeoutMillis) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeoutMillis);
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /** The bytes of a request; the connection stays open. */
    static byte[] request(String method, String path, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + (content.length == 0 && method.equals("GET")
                        ? ""
                        : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Sends, and reads the answer to its end; its status. */
    int send(byte[] request) throws IOException {
        out.write(request);
        return next();
    }

    /** Of the last answer. */
    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private int next() throws IOException {
        body.reset();
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = true;
            }
        }
        if (chunked) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.writeBytes(in.readNBytes(size));
                in.skipNBytes(2);
            }
            String unused = line();
        } else {
            body.writeBytes(in.readNBytes(length));
        }
        return status;
    }

    private String line() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            line[length++] = (byte) next;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
