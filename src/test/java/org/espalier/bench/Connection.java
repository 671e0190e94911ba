package org.espalier.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One kept-alive HTTP/1.1 connection to a server on this machine. It does little more than write and read, so that two
 * shared processors are spent on the server and not on the client; it asks for no compression.
 */
final class Connection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int BUFFER = 64 * 1024;

    private final int port;
    private Socket socket;
    private InputStream in;
    private byte[] body = new byte[BUFFER];
    private int length;
    private int status;

    Connection(int port) throws IOException {
        this.port = port;
        this.socket = connected();
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private Socket connected() throws IOException {
        var fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(PATIENCE_MILLIS);
        fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        return fresh;
    }

    /** Reads a page, whose status must be 200, and returns its size in bytes. */
    int get(String path, String cookie) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAccept: text/html\r\nAccept-Language: en-GB\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n");
        if (status != 200) {
            throw new IOException("GET " + path + " answers " + status + ": " + excerpt());
        }
        return length;
    }

    /** True when the last answer has these words, in ASCII. */
    boolean says(String words) {
        var wanted = words.getBytes(ISO_8859_1);
        for (var start = 0; start <= length - wanted.length; start++) {
            if (body[start] == wanted[0]
                    && Arrays.equals(body, start, start + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /** Posts a form as htmx does; any answer below 400 will do. */
    void post(String path, String cookie, String form) throws IOException {
        send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAccept: text/html\r\nAccept-Language: en-GB\r\n"
                + "HX-Request: true\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length() + "\r\nCookie: " + cookie + "\r\n\r\n" + form);
        if (status >= 400) {
            throw new IOException("POST " + path + " answers " + status + ": " + excerpt());
        }
    }

    /** The last answer's status. */
    int status() {
        return status;
    }

    /** The last answer's body. */
    String text() {
        return new String(body, 0, length, UTF_8);
    }

    /** The value of the first hidden field of this name in the last answer. */
    String hiddenField(String name) throws IOException {
        var field = Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"")
                .matcher(text());
        if (!field.find()) {
            throw new IOException("The page has no field " + name);
        }
        return field.group(1);
    }

    private String excerpt() {
        return text().replaceAll("(?s)<head>.*?</head>|<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        status = Integer.parseInt(line().substring(9, 12));
        length = 0;
        var announced = 0;
        var chunked = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                announced = Integer.parseInt(lower.substring(15).strip());
            }
            last |= lower.equals("connection: close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        if (chunked) {
            for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                read(size);
                line();
            }
            line();
        } else {
            read(announced);
        }
        if (last) {
            reconnect();
        }
    }

    /** A server ends a connection after a number of answers, and says so. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private void read(int more) throws IOException {
        if (body.length < length + more) {
            body = Arrays.copyOf(body, Math.max(2 * body.length, length + more));
        }
        if (in.readNBytes(body, length, more) < more) {
            throw new EOFException("the server hung up");
        }
        length += more;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
