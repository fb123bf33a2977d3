/** Stands for any stylesheet: each class is called by its own name. */
const classes = new Proxy({}, { get: (_target, name) => name });

export default classes;
