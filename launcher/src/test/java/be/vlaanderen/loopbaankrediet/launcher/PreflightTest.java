package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightTest {

    @Test
    void a_taken_port_is_told_with_what_it_is_for_and_how_to_find_its_holder() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Place place = placeWith(Part.WALLET, other.getLocalPort());

            String message = assertThrows(Trouble.class, () -> Preflight.portsAreFree(place, List.of(Part.WALLET)))
                    .getMessage();

            assertTrue(message.contains("Port " + other.getLocalPort() + ", which wallet-service needs"), message);
            assertTrue(message.contains("ss -ltnp") || message.contains("lsof"), message);
        }
    }

    @Test
    void a_free_port_is_no_trouble() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertDoesNotThrow(() -> Preflight.portsAreFree(placeWith(Part.WALLET, port), List.of(Part.WALLET)));
    }

    @Test
    void little_memory_can_be_overruled() {
        assertDoesNotThrow(() -> Preflight.memoryIsEnough(true));
    }

    static Place placeWith(Part part, int port) {
        return new Place(Path.of(""), Path.of(".run"), port - part.standardPort());
    }
}
