package org.clausebot.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server that misbehaves to order: any answer to any command, silence, or a broken line. */
final class OddMailServer implements AutoCloseable {
    /** Answers nothing from then on, and keeps the line open. */
    static final String SILENCE = "(silence)";

    /** Breaks the line off. */
    static final String HANG_UP = "(hang up)";

    private static final String USUAL = "";

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final boolean fromTheFirstByte;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Function<String, String> odd = command -> USUAL;

    /** All that was said to it, a line each, the lines of mails left out. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    /** Every mail that came in whole, whatever was answered. */
    final List<String> mails = new CopyOnWriteArrayList<>();

    OddMailServer() throws IOException {
        this(null, false);
    }

    /** @param fromTheFirstByte else after STARTTLS, which it then offers */
    OddMailServer(@Nullable SSLContext tls, boolean fromTheFirstByte) throws IOException {
        this.tls = tls;
        this.fromTheFirstByte = fromTheFirstByte;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Answers {@code command} (one word, such as RCPT; {@code .} ends a mail) with {@code answers}, then as usual. */
    OddMailServer answering(String command, String... answers) {
        Function<String, String> before = odd;
        ConcurrentHashMap<String, Integer> given = new ConcurrentHashMap<>();
        odd = said -> {
            if (!said.toUpperCase(Locale.ROOT).startsWith(command)) {
                return before.apply(said);
            }
            int at = given.merge(command, 1, Integer::sum) - 1;
            return at < answers.length ? answers[at] : USUAL;
        };
        return this;
    }

    /** Answers every command that contains {@code words} so. */
    OddMailServer alwaysAnswering(String words, String answer) {
        Function<String, String> before = odd;
        odd = said -> said.contains(words) ? answer : before.apply(said);
        return this;
    }

    void behave() {
        odd = command -> USUAL;
    }

    long count(String command) {
        return commands.stream().filter(said -> said.startsWith(command)).count();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        try {
            new Exchange(fromTheFirstByte ? secured(plain) : plain).run();
        } catch (IOException e) {
            // The client refused our certificate, or was refused: the line is dead, which is what was wanted.
            return;
        } finally {
            quietly(plain);
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket secure = (SSLSocket)
                Objects.requireNonNull(tls).getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    private final class Exchange {
        private Socket socket;
        private BufferedReader in;
        private OutputStream out;

        Exchange(Socket socket) throws IOException {
            take(socket);
        }

        private void take(Socket next) throws IOException {
            socket = next;
            in = new BufferedReader(new InputStreamReader(next.getInputStream(), StandardCharsets.UTF_8));
            out = next.getOutputStream();
        }

        void run() throws IOException {
            String said = "HELLO?";
            boolean usual = true;
            while (said != null) {
                if (!said.equals("HELLO?")) {
                    commands.add(said);
                }
                String answer = odd.apply(said);
                if (answer.equals(HANG_UP)) {
                    return;
                }
                if (answer.equals(SILENCE)) {
                    in.readLine();
                    return;
                }
                usual = answer.isEmpty();
                say(usual ? usual(said) : answer);
                if (usual && said.startsWith("STARTTLS")) {
                    take(secured(socket));
                }
                if (usual && said.equals("DATA")) {
                    mails.add(mail());
                    said = ".";
                } else {
                    said = in.readLine();
                }
            }
        }

        private String mail() throws IOException {
            StringBuilder mail = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                mail.append(line).append('\n');
            }
            return mail.toString();
        }

        private String usual(String said) {
            return switch (said.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                case "HELLO?" -> "220 odd";
                case "EHLO" ->
                    "250-odd\r\n"
                            + (tls != null && !fromTheFirstByte && !(socket instanceof SSLSocket)
                                    ? "250-STARTTLS\r\n"
                                    : "")
                            + "250-AUTH PLAIN\r\n250 8BITMIME";
                case "STARTTLS" -> "220 go on";
                case "AUTH" -> "235 welcome";
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 fine";
            };
        }

        private void say(String words) throws IOException {
            out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(OddMailServer::quietly);
    }
}
