package org.clausebot.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does once what {@code serve} and {@code ask} do, so that the launcher can record what the JVM loads. */
@Command(name = "warm-up", hidden = true, description = "Starts everything, answers, and stops.")
final class WarmUpCommand implements Callable<Integer> {
    private static final String[] QUESTIONS = {"can I friend a parent?", "hello", "whats the wifi pasword"};

    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    WarmUpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException, InterruptedException {
        Config config = data.config(surroundings).serving("127.0.0.1", 0);
        for (String question : QUESTIONS) {
            new CommandLine(new AskCommand(surroundings))
                    .execute("--data", config.data().toString(), question);
        }
        try (WebProgram web = WebProgram.start(config, surroundings.clock(), link -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(web.address()).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() < 500 ? 0 : Main.REFUSED;
        } catch (IOException e) {
            throw new RefusedException(e);
        }
    }
}
