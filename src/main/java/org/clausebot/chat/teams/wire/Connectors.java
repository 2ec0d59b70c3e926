package org.clausebot.chat.teams.wire;

import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.LogLevel;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Retrofit;

/** Microsoft's clients for the connector, one for each of its addresses. They try nothing again and log nothing themselves. */
final class Connectors implements AutoCloseable {
    private final EntraTokens tokens;
    private final Tuning tuning;
    private final Map<String, RestConnectorClient> clients = new ConcurrentHashMap<>();

    Connectors(EntraTokens tokens, Tuning tuning) {
        this.tokens = tokens;
        this.tuning = tuning;
    }

    /** @param service its address, proved */
    ConnectorClient at(String service) {
        return clients.computeIfAbsent(service, this::made);
    }

    private RestConnectorClient made(String service) {
        long patience = tuning.request().toMillis();
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                // A redirect would carry the token elsewhere.
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(tuning.request());
        RestClient rest = new RestClient.Builder(http, new Retrofit.Builder())
                .withBaseUrl(service)
                .withCredentials(new Signed())
                .withSerializerAdapter(new JacksonAdapter())
                .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
                .withLogLevel(LogLevel.NONE)
                .withRetryStrategy(new NoRetries())
                .withReadTimeout(patience, TimeUnit.MILLISECONDS)
                .withConnectionTimeout(patience, TimeUnit.MILLISECONDS)
                .useHttpClientThreadPool(true)
                .build();
        return new RestConnectorClient(rest);
    }

    @Override
    public void close() {
        clients.values().forEach(RestConnectorClient::close);
    }

    /** Each call carries a token of ours; one that is not taken is fetched anew. */
    private final class Signed implements ServiceClientCredentials {
        @Override
        public void applyCredentialsFilter(OkHttpClient.Builder http) {
            http.addInterceptor(this::sign);
        }

        private Response sign(Interceptor.Chain chain) throws IOException {
            Response answer = chain.proceed(signed(chain.request()));
            if (answer.code() != 401) {
                return answer;
            }
            String header = answer.request().header("Authorization");
            answer.close();
            tokens.forget(header == null ? "" : header.substring("Bearer ".length()));
            return chain.proceed(signed(chain.request()));
        }

        private Request signed(Request request) throws IOException {
            return request.newBuilder()
                    .header("Authorization", "Bearer " + tokens.token())
                    .build();
        }
    }

    private static final class NoRetries extends RetryStrategy {
        NoRetries() {
            super("none", false);
        }

        @Override
        public boolean shouldRetry(int count, Response answer) {
            return false;
        }
    }
}
