package be.vlaanderen.loopbaankrediet.benchmarks;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** What citizens send. Their tokens are signed beforehand, because signing costs more than a booking. */
final class Citizens {

    private final List<String> headers;

    /** Those with these numbers, from the first up to but not including the last. */
    Citizens(World world, long first, long last) {
        headers = LongStream.range(first, last)
                .parallel()
                .mapToObj(number -> "Authorization: Bearer " + world.citizenToken(number) + "\r\n")
                .toList();
    }

    int size() {
        return headers.size();
    }

    byte[] looks(long number) {
        return get(number, "/wallet/v1/me");
    }

    byte[] looksAtTheYardstick(long number) {
        return get(number, "/crud/v1/me");
    }

    byte[] looksAtBooking(long number, String booking) {
        return get(number, "/wallet/v1/me/bookings/" + booking);
    }

    /** Numbers above the last citizen are second and third bookings. */
    byte[] books(long number) {
        return HttpConnection.request(
                "POST",
                "/wallet/v1/me/bookings",
                header(number) + "Idempotency-Key: " + new UUID(number, number) + "\r\n",
                "{\"counsellorId\":\"" + Rig.COUNSELLOR + "\"}");
    }

    byte[] booksAtTheYardstick(long number) {
        return HttpConnection.request(
                "POST", "/crud/v1/me/bookings", header(number), "{\"counsellorId\":\"" + Rig.COUNSELLOR + "\"}");
    }

    /** Who asks does not matter there. */
    static byte[] storesAtTheYardstick(long ignored) {
        return HttpConnection.request("POST", "/crud/v1/bare", "", "{\"counsellorId\":\"" + Rig.COUNSELLOR + "\"}");
    }

    private byte[] get(long number, String path) {
        return HttpConnection.request("GET", path, header(number), "");
    }

    private String header(long number) {
        return headers.get((int) (number % headers.size()));
    }
}
