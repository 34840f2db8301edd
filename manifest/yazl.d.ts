/** The part of yazl that is used; the package has no types of its own. */
declare module 'yazl' {
  export class ZipFile {
    outputStream: NodeJS.ReadableStream;
    addFile(path: string, nameInZip: string): void;
    addBuffer(content: Buffer, nameInZip: string): void;
    end(): void;
  }
}
