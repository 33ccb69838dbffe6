package be.vlaanderen.loopbaankrediet.benchmarks;

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
    private static final int LONGEST_LINE = 16_384;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding:";

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final InputStream in;
    private final byte[] arrived = new byte[LONGEST_LINE];
    private int at;
    private int end;
    private int lineFrom;
    private int lineTo;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    HttpConnection(String host, int port, int timeoutMillis) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeoutMillis);
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        out = socket.getOutputStream();
        in = socket.getInputStream();
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
        line();
        int status = Integer.parseInt(text(STATUS_AT), 0, 3, 10);
        int length = 0;
        boolean chunked = false;
        for (line(); lineFrom < lineTo; line()) {
            if (isHeader(LENGTH)) {
                length = Integer.parseInt(text(LENGTH.length()).strip());
            } else if (isHeader(CHUNKED)) {
                chunked = true;
            }
        }
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                read(size);
                line();
            }
            line();
        } else {
            read(length);
        }
        return status;
    }

    private int chunk() throws IOException {
        line();
        return Integer.parseInt(text(0), 16);
    }

    private boolean isHeader(String name) {
        if (lineTo - lineFrom < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(arrived[lineFrom + i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The line from here on. */
    private String text(int from) {
        return new String(arrived, lineFrom + from, lineTo - lineFrom - from, StandardCharsets.ISO_8859_1);
    }

    private void line() throws IOException {
        int next = at;
        while (true) {
            for (; next < end; next++) {
                if (arrived[next] == '\n') {
                    lineFrom = at;
                    lineTo = next > at && arrived[next - 1] == '\r' ? next - 1 : next;
                    at = next + 1;
                    return;
                }
            }
            next -= at;
            more();
        }
    }

    /** Into the body. */
    private void read(int bytes) throws IOException {
        for (int missing = bytes; missing > 0; ) {
            if (at == end) {
                more();
            }
            int here = Math.min(missing, end - at);
            body.write(arrived, at, here);
            at += here;
            missing -= here;
        }
    }

    /** What was not read yet comes to the front. */
    private void more() throws IOException {
        System.arraycopy(arrived, at, arrived, 0, end - at);
        end -= at;
        at = 0;
        if (end == arrived.length) {
            throw new IOException("a line of an answer is longer than " + LONGEST_LINE);
        }
        int count = in.read(arrived, end, arrived.length - end);
        if (count < 0) {
            throw new EOFException("the service closed the connection");
        }
        end += count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
