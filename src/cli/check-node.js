// Plain JavaScript, run before `npm start`: an older Node.js cannot even read the TypeScript that would tell it so.
const needed = 24;
const [major] = process.versions.node.split('.');
if (Number(major) < needed) {
  console.error(
    `Makker runs on Node.js ${needed} or newer; this is ${process.version}.\n` +
      `npm ci brings a Node.js ${needed} of its own into node_modules, and npm start uses it. Run: npm ci`,
  );
  process.exit(1);
}
