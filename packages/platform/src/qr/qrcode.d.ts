// The package ships no types; these are the functions that are used.
declare module 'qrcode' {
  type Level = 'L' | 'M' | 'Q' | 'H'
  const QRCode: {
    toString(text: string, options: { type: 'svg'; errorCorrectionLevel: Level; margin: number }): Promise<string>
    create(text: string, options: { errorCorrectionLevel: Level }): { modules: { size: number; get(row: number, column: number): number } }
  }
  export default QRCode
}
