package io.retainer.app.destinations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** An SSH server that shows one folder, counts who knocks, and fails as it is told to. */
final class SmallSftpServer implements AutoCloseable {

  static final String USER = "reports";
  static final String PASSWORD = "a password of ours";

  /** What goes wrong. */
  enum Fault {
    NONE,
    DENIED,
    /** Only after some bytes. */
    FULL,
    /** The connection ends after some bytes. */
    CUT_IN_A_FILE,
    /** It ends once a file has got its name, before that is answered. */
    CUT_AFTER_A_NAME,
    /** The same, and somebody fetches the file at once. */
    FETCHED_AND_CUT,
    /** It ends before. */
    CUT_BEFORE_A_NAME
  }

  private static final int SOME_BYTES = 20_000;

  final AtomicInteger passwords = new AtomicInteger();
  volatile Fault fault = Fault.NONE;
  volatile PublicKey known;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey;

  SmallSftpServer(Path folder, KeyPair hostKey) throws IOException {
    this.hostKey = hostKey;
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPasswordAuthenticator(
        (user, password, session) -> {
          passwords.incrementAndGet();
          return USER.equals(user) && PASSWORD.equals(password);
        });
    server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, known));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
    server.setSubsystemFactories(
        List.of(new SftpSubsystemFactory.Builder().withFileSystemAccessor(new Faults()).build()));
    server.start();
  }

  int port() {
    return server.getPort();
  }

  String fingerprint() {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private final class Faults implements SftpFileSystemAccessor {

    @Override
    public SeekableByteChannel openFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path file,
        String name,
        Set<? extends OpenOption> options,
        FileAttribute<?>... attributes)
        throws IOException {
      if (fault == Fault.DENIED) {
        throw new AccessDeniedException(name);
      }
      SeekableByteChannel channel =
          SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
      return new FailingChannel(channel, subsystem);
    }

    @Override
    public void closeFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path file,
        String name,
        Channel channel,
        Set<? extends OpenOption> options)
        throws IOException {
      channel.close();
    }

    @Override
    public void renameFile(
        SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
        throws IOException {
      Fault now = fault;
      if (now == Fault.CUT_BEFORE_A_NAME) {
        cut(subsystem);
      }
      SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
      if (now == Fault.FETCHED_AND_CUT) {
        Files.delete(to);
      }
      if (now == Fault.CUT_AFTER_A_NAME || now == Fault.FETCHED_AND_CUT) {
        cut(subsystem);
      }
    }
  }

  private void cut(SftpSubsystemProxy subsystem) throws IOException {
    fault = Fault.NONE;
    subsystem.getServerSession().close(true);
    throw new IOException("cut");
  }

  private final class FailingChannel implements SeekableByteChannel {

    private final SeekableByteChannel file;
    private final SftpSubsystemProxy subsystem;

    FailingChannel(SeekableByteChannel file, SftpSubsystemProxy subsystem) {
      this.file = file;
      this.subsystem = subsystem;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (file.position() > SOME_BYTES && fault == Fault.FULL) {
        throw new FileSystemException("report", null, "No space left on device");
      }
      if (file.position() > SOME_BYTES && fault == Fault.CUT_IN_A_FILE) {
        cut(subsystem);
      }
      return file.write(bytes);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return file.read(bytes);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
