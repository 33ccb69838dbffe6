package be.vlaanderen.loopbaankrediet.payout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stand-ins for the bank, the login and provider-registry-service, with the faults that a test asks for. */
public class Outside implements QuarkusTestResourceLifecycleManager {

    public record Post(String fileId, String body) {}

    private static final Pattern PAYMENT = Pattern.compile(
            "EndToEndId>([A-Za-z0-9]+)<.*?InstdAmt Ccy=\"EUR\">([0-9.]+)<.*?IBAN>([A-Z0-9]+)<", Pattern.DOTALL);

    private final Map<String, String> payees = new LinkedHashMap<>();
    private final Map<String, String> counsellors = new LinkedHashMap<>();
    private final List<Post> posts = new ArrayList<>();
    private final Map<String, String> taken = new LinkedHashMap<>();
    private final List<String[]> answers = new ArrayList<>();
    private final List<String> tokenForms = new ArrayList<>();
    private int losses;
    private int refusals;
    private boolean silent;
    private boolean registrySilent;

    private final HttpServer server;

    public Outside() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/login/token", this::token);
        server.createContext("/provider-registry/v1/", this::registry);
        server.createContext("/bank/files", this::bank);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.ofEntries(
                Map.entry("BANK_URL", url),
                Map.entry("PROVIDER_REGISTRY_URL", url),
                Map.entry("LOGIN_TOKEN_URL", url + "/login/token"),
                Map.entry("PAYOUT_CLIENT_ID", "payout-service"),
                Map.entry("PAYOUT_CLIENT_SECRET", "a+b&c"),
                Map.entry("PAYER_NAME", "Departement WEWIS"),
                Map.entry("PAYER_IBAN", "BE68 5390 0754 7034"),
                Map.entry("BATCH_EVERY", "off"),
                Map.entry("ANSWERS_EVERY", "off"),
                Map.entry("RELEASE_FOUR_EYES_ABOVE_CENTS", "60000"),
                Map.entry("TELL_OF_LATE_FACTS", "PT1S"),
                Map.entry("WAIT_FOR_FACTS", "PT4S"),
                Map.entry("payout.budget-cents.2031", "40000"),
                Map.entry("payout.budget-cents.2037", "35000"),
                Map.entry("payout.budget-cents.2038", "35000"),
                Map.entry("payout.budget-cents.2039", "17000"),
                Map.entry("payout.budget-cents.2032", "167800"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Outside.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public synchronized void payee(String counsellor, String name, String iban) {
        payees.put(
                counsellor,
                "{\"name\":\"" + name + "\",\"iban\":\"" + iban
                        + "\",\"enterpriseNumber\":\"0123456749\",\"address\":{\"street\":\"Kerkstraat 1\",\"postalCode\":\"9000\",\"municipality\":\"Gent\"}}");
    }

    public synchronized void noPayee(String counsellor) {
        payees.remove(counsellor);
    }

    /** The counsellor that a person with this citizen number is. */
    public synchronized void person(String citizenNumber, String counsellor) {
        counsellors.put(citizenNumber, counsellor);
    }

    /** The bank takes the next file, but its answer gets lost. */
    public synchronized void loseNextAnswer() {
        losses++;
    }

    public synchronized void refuseNextFile() {
        refusals++;
    }

    /** The bank takes files, but says nothing about them. */
    public synchronized void silent(boolean value) {
        silent = value;
    }

    public synchronized void registrySilent(boolean value) {
        registrySilent = value;
    }

    /** A further file of the bank. */
    public synchronized void answer(String type, String xml) {
        answers.add(new String[] {type, xml});
    }

    public synchronized List<Post> postsWith(String endToEndId) {
        return posts.stream().filter(post -> post.body().contains(endToEndId)).toList();
    }

    /** How many files with this payment the bank has: twice the same file is one. */
    public synchronized long filesWith(String endToEndId) {
        return taken.values().stream().filter(file -> file.contains(endToEndId)).count();
    }

    public synchronized List<String> tokenForms() {
        return List.copyOf(tokenForms);
    }

    private synchronized void token(HttpExchange exchange) throws IOException {
        tokenForms.add(body(exchange));
        reply(exchange, 200, "application/json", "{\"access_token\":\"own-token\",\"expires_in\":300}");
    }

    private synchronized void registry(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String found;
        if (registrySilent) {
            reply(exchange, 503, "application/json", "{}");
            return;
        } else if (path.endsWith("/me")) {
            String claims = new String(
                    Base64.getUrlDecoder().decode(authorization.split("\\.", -1)[1]), StandardCharsets.UTF_8);
            found = counsellors.entrySet().stream()
                    .filter(person -> claims.contains("\"" + person.getKey() + "\""))
                    .map(person ->
                            "{\"counsellor\":\"" + person.getValue() + "\",\"name\":\"=x\",\"status\":\"ACTIVE\"}")
                    .findFirst()
                    .orElse(null);
        } else if ("Bearer own-token".equals(authorization)) {
            found = payees.get(path.replaceAll(".*/counsellors/(.*)/payee", "$1"));
        } else {
            reply(exchange, 401, "application/json", "{}");
            return;
        }
        reply(exchange, found == null ? 404 : 200, "application/json", found == null ? "{}" : found);
    }

    private synchronized void bank(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            take(exchange);
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/bank/files")) {
            int after = Integer.parseInt(exchange.getRequestURI().getQuery().replace("after=", ""));
            List<String> files = new ArrayList<>();
            for (int number = after + 1; number <= answers.size(); number++) {
                files.add("{\"number\":%d,\"type\":\"%s\",\"url\":\"/bank/files/%d\"}"
                        .formatted(number, answers.get(number - 1)[0], number));
            }
            reply(exchange, 200, "application/json", "{\"files\":[" + String.join(",", files) + "]}");
        } else {
            int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            reply(exchange, 200, "application/xml", answers.get(number - 1)[1]);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        String id = exchange.getRequestHeaders().getFirst("X-File-Id");
        posts.add(new Post(id, body));
        if (refusals > 0) {
            refusals--;
            reply(exchange, 400, "application/problem+json", "{}");
            return;
        }
        if (taken.putIfAbsent(id, body) == null && !silent) {
            answers.add(new String[] {"pain.002", statusReport(body)});
            answers.add(new String[] {"camt.054", notification(body)});
        }
        if (losses > 0) {
            losses--;
            exchange.close();
        } else {
            reply(exchange, 202, "application/json", "{}");
        }
    }

    /** Accounts that begin with NL are closed. */
    private static boolean rejects(String iban) {
        return iban.startsWith("NL");
    }

    public static String statusReport(String file) {
        StringBuilder statuses = new StringBuilder();
        for (Matcher payment = PAYMENT.matcher(file); payment.find(); ) {
            statuses.append("<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId>%s</TxInfAndSts>"
                    .formatted(
                            payment.group(1),
                            rejects(payment.group(3))
                                    ? "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>"
                                    : "<TxSts>ACCP</TxSts>"));
        }
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><OrgnlPmtInfAndSts>"
                + statuses + "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>";
    }

    public static String notification(String file) {
        StringBuilder entries = new StringBuilder();
        for (Matcher payment = PAYMENT.matcher(file); payment.find(); ) {
            if (!rejects(payment.group(3))) {
                entries.append(
                        ("<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls>"
                                        + "<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>")
                                .formatted(payment.group(2), payment.group(1)));
            }
        }
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><Ntfctn>"
                + entries + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
    }

    /** Money that comes in. */
    public static String credit(String communication, String euro, String entry) {
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><Ntfctn><Ntry>"
                        + "<Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><AcctSvcrRef>%s</AcctSvcrRef>"
                        + "<NtryDtls><TxDtls><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Ntfctn>"
                        + "</BkToCstmrDbtCdtNtfctn></Document>")
                .formatted(euro, entry, communication);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
